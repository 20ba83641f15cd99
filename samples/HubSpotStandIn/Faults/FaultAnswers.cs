using System.Text.Json.Nodes;
using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Faults;

// What HubSpot, or the network in front of it, says when it fails.
internal static class FaultAnswers
{
    private const string RollingPolicy = "TEN_SECONDLY_ROLLING";

    public static async Task WriteAsync(HttpContext context, int status, bool coin)
    {
        if (RetryAfter(status, coin) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }
        if (status is >= 520 and < 530)
        {
            await Results.Text($"<html><body><h1>Error {status}</h1></body></html>", "text/html", null, status)
                .ExecuteAsync(context);
            return;
        }
        await Answer.WriteAsync(context, status, Body(context, status));
    }

    private static string? RetryAfter(int status, bool coin) => status switch
    {
        423 => "2",
        477 => "1",
        429 or 503 when coin => "1",
        _ => null,
    };

    private static JsonObject Body(HttpContext context, int status) => status switch
    {
        400 => ErrorBody.Create("Invalid input", "VALIDATION_ERROR"),
        401 => ErrorBody.Create("The OAuth token used to make this call expired", "EXPIRED_AUTHENTICATION"),
        403 => ErrorBody.Create("This app hasn't been granted all required scopes to make this call", "MISSING_SCOPES"),
        404 => ErrorBody.Create("resource not found", "OBJECT_NOT_FOUND"),
        409 => ErrorBody.Create("The object was changed by another call", "CONFLICT"),
        423 => ErrorBody.Create("The resource is locked; try again later", "LOCKED"),
        429 => ErrorBody.RateLimit(RollingPolicy, IsDated(context)),
        477 => ErrorBody.Create("The account is being moved to another data centre", "MIGRATION_IN_PROGRESS"),
        500 => ErrorBody.Create("internal error", "INTERNAL_ERROR"),
        502 => ErrorBody.Create("Bad gateway", "BAD_GATEWAY"),
        503 => ErrorBody.Create("Service temporarily unavailable", "SERVICE_UNAVAILABLE"),
        504 => ErrorBody.Create("The request timed out", "GATEWAY_TIMEOUT"),
        _ => ErrorBody.Create($"The call failed with status {status}", category: null),
    };

    public static bool IsDated(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/crm/objects", StringComparison.Ordinal);
}
