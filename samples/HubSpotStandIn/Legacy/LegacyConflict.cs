using System.Text.Json.Nodes;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Legacy;

// {"category":"OBJECT_ALREADY_EXISTS","error":"CONTACT_EXISTS","identityProfile":{"vid":1,"identity":[{…}]}}
internal static class LegacyConflict
{
    public static HubSpotFailure With(CrmObject existing) => new(StatusCodes.Status409Conflict,
        "OBJECT_ALREADY_EXISTS", $"Contact already exists. Existing ID: {existing.IdText}")
    {
        More = new JsonObject
        {
            ["error"] = "CONTACT_EXISTS",
            ["identityProfile"] = LegacyJson.IdentityProfile(existing),
            ["requestId"] = Guid.NewGuid().ToString("N"),
        },
    };
}
