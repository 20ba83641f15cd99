using System.Text.Json.Nodes;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Errors;

internal static class Failures
{
    public static HubSpotFailure Invalid(string message) => new(400, "VALIDATION_ERROR", message);

    public static HubSpotFailure InvalidJson(string why) => Invalid($"Invalid input JSON: {why}");

    public static HubSpotFailure Missing(string field) => new(400, "VALIDATION_ERROR",
        $"Invalid input JSON: Some required fields were not set: [{field}]")
    {
        Details = [Detail($"Some required fields were not set: [{field}]", "REQUIRED_FIELD", field)],
    };

    public static HubSpotFailure NeedsOneOf(ObjectKind kind) => Invalid(
        $"Error creating {kind.Name.ToUpperInvariant()}. "
        + $"At least one of the following properties must be set: [{string.Join(", ", kind.NeedsOneOf)}]");

    // {"message":"Property values were not valid: [{…}]","errors":[{"message":…,"code":"INVALID_EMAIL",…}]}
    public static HubSpotFailure InvalidProperty(string name, string code, string message)
    {
        var inner = new JsonObject
        {
            ["isValid"] = false,
            ["message"] = message,
            ["error"] = code,
            ["name"] = name,
        };
        var values = inner.ToJsonString(Answer.Readable);
        return new HubSpotFailure(400, "VALIDATION_ERROR", $"Property values were not valid: [{values}]")
        {
            Details =
            [
                new JsonObject
                {
                    ["message"] = message,
                    ["code"] = code,
                    ["in"] = "properties",
                    ["context"] = new JsonObject { ["propertyName"] = new JsonArray(name) },
                },
            ],
        };
    }

    public static HubSpotFailure UnknownType(string type) =>
        new(400, "VALIDATION_ERROR", $"Unable to infer object type from: {type}");

    public static HubSpotFailure NotFound(ObjectKind kind, string id) => new(404, "OBJECT_NOT_FOUND",
        $"Object not found. objectId: {id}, objectType: {kind.Name}")
    {
        Context = new JsonObject { ["ids"] = new JsonArray(id) },
    };

    public static HubSpotFailure ContactExists(CrmObject existing) =>
        new(409, "CONFLICT", $"Contact already exists. Existing ID: {existing.IdText}");

    public static HubSpotFailure NotAuthenticated(string message) => new(401, "INVALID_AUTHENTICATION", message);

    private static JsonObject Detail(string message, string code, string place) =>
        new() { ["message"] = message, ["code"] = code, ["in"] = place };
}
