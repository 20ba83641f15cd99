using System.Text.Json.Nodes;

namespace HubSpotStandIn.Errors;

internal static class ErrorBody
{
    public static JsonObject Create(string message, string? category)
    {
        var body = new JsonObject
        {
            ["status"] = "error",
            ["message"] = message,
            ["correlationId"] = Guid.NewGuid().ToString(),
        };
        if (category is not null)
        {
            body["category"] = category;
        }
        return body;
    }

    public static JsonObject RateLimit(string policy, bool newer)
    {
        var message = $"You have reached your {policy.ToLowerInvariant()} limit.";
        var body = Create(message, newer ? "RATE_LIMITS" : null);
        body["errorType"] = "RATE_LIMIT";
        body["policyName"] = policy;
        return body;
    }
}
