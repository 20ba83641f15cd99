using System.Text;
using System.Text.Json.Nodes;

namespace HubSpotStandIn.Errors;

internal static class Answer
{
    public static IResult Json(int status, JsonObject body) =>
        Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    public static Task WriteAsync(HttpContext context, int status, JsonObject body) =>
        Json(status, body).ExecuteAsync(context);
}
