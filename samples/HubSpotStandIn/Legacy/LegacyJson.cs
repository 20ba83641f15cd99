using System.Text.Json.Nodes;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Legacy;

// The shapes of v1 and v2: ids are numbers, and each property is an object with its value.
internal static class LegacyJson
{
    private const int PortalId = 62_515;

    public static JsonObject Company(CrmObject company) => new()
    {
        ["portalId"] = PortalId,
        ["companyId"] = company.Id,
        ["isDeleted"] = company.Archived,
        ["properties"] = Properties(company),
        ["additionalDomains"] = new JsonArray(),
        ["stateChanges"] = new JsonArray(),
        ["mergeAudits"] = new JsonArray(),
    };

    public static JsonObject Contact(CrmObject contact) => new()
    {
        ["vid"] = contact.Id,
        ["canonical-vid"] = contact.Id,
        ["merged-vids"] = new JsonArray(),
        ["portal-id"] = PortalId,
        ["is-contact"] = true,
        ["properties"] = Properties(contact),
        ["identity-profiles"] = new JsonArray(new JsonObject
        {
            ["vid"] = contact.Id,
            ["saved-at-timestamp"] = contact.UpdatedAt.ToUnixTimeMilliseconds(),
            ["deleted-changed-timestamp"] = 0,
            ["identities"] = Identities(contact),
        }),
    };

    public static JsonObject IdentityProfile(CrmObject contact) => new()
    {
        ["vid"] = contact.Id,
        ["identity"] = Identities(contact),
        ["linkedVid"] = new JsonArray(),
        ["isContact"] = true,
        ["savedAtTimestamp"] = contact.UpdatedAt.ToUnixTimeMilliseconds(),
    };

    private static JsonArray Identities(CrmObject contact)
    {
        var timestamp = contact.CreatedAt.ToUnixTimeMilliseconds();
        var identities = new JsonArray();
        if (contact["email"] is { } email)
        {
            identities.Add(new JsonObject
            {
                ["value"] = email,
                ["type"] = "EMAIL",
                ["timestamp"] = timestamp,
                ["isPrimary"] = true,
            });
        }
        identities.Add(new JsonObject
        {
            ["value"] = LeadGuid(contact.Id),
            ["type"] = "LEAD_GUID",
            ["timestamp"] = timestamp,
        });
        return identities;
    }

    // A contact keeps its identity from one answer to the next.
    private static string LeadGuid(long id)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes[8..], id);
        return new Guid(bytes).ToString();
    }

    private static JsonObject Properties(CrmObject item)
    {
        var timestamp = item.UpdatedAt.ToUnixTimeMilliseconds();
        var properties = new JsonObject();
        string[] names = [.. item.Properties.Keys, "createdate", "hs_object_id", item.Kind.ModifiedProperty];
        foreach (var name in names)
        {
            properties[name] = new JsonObject
            {
                ["value"] = item[name],
                ["timestamp"] = timestamp,
                ["source"] = "API",
                ["versions"] = new JsonArray(),
            };
        }
        return properties;
    }
}
