using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HubSpotStandIn.Errors;

internal static class Answer
{
    // Names and messages stay readable; nothing here is put into a page.
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult Json(int status, JsonObject body) =>
        Results.Text(body.ToJsonString(Readable), "application/json", Encoding.UTF8, status);

    public static Task WriteAsync(HttpContext context, int status, JsonObject body) =>
        Json(status, body).ExecuteAsync(context);
}
