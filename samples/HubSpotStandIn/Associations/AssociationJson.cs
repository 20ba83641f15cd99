using System.Globalization;
using System.Text.Json.Nodes;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Associations;

internal static class AssociationJson
{
    private const string Category = "HUBSPOT_DEFINED";

    // {"toObjectId":"1","associationTypes":[{"category":"HUBSPOT_DEFINED","typeId":279,"label":null}]}
    public static JsonObject Labelled(AssociationLink link)
    {
        var types = new JsonArray();
        foreach (var typeId in TypeIds(link.From.Kind, link.IsPrimary))
        {
            types.Add(new JsonObject
            {
                ["category"] = Category,
                ["typeId"] = typeId,
                ["label"] = AssociationTypes.IsPrimary(typeId) ? "Primary" : null,
            });
        }
        return new JsonObject { ["toObjectId"] = Text(link.ToId), ["associationTypes"] = types };
    }

    // {"from":{"id":"1"},"to":{"id":"2"},"associationSpec":{…}}, one for each type and direction
    public static IEnumerable<JsonNode> Specifications(AssociationLink link)
    {
        var there = TypeIds(link.From.Kind, link.IsPrimary)
            .Select(typeId => Specification(link.From.IdText, Text(link.ToId), typeId));
        var back = TypeIds(link.To, link.IsPrimary)
            .Select(typeId => Specification(Text(link.ToId), link.From.IdText, typeId));
        return there.Concat(back);
    }

    // {"id":"1","type":"contact_to_company"}
    public static IEnumerable<JsonNode> Short(AssociationLink link)
    {
        var type = $"{link.From.Kind.Name}_to_{link.To.Name}";
        foreach (var typeId in TypeIds(link.From.Kind, link.IsPrimary))
        {
            yield return new JsonObject
            {
                ["id"] = Text(link.ToId),
                ["type"] = AssociationTypes.IsPrimary(typeId) ? type : $"{type}_unlabeled",
            };
        }
    }

    private static int[] TypeIds(ObjectKind from, bool isPrimary)
    {
        var plain = from == ObjectKind.Contact ? AssociationTypes.ContactToCompany : AssociationTypes.CompanyToContact;
        return isPrimary ? [plain, AssociationTypes.Primary(from)] : [plain];
    }

    private static JsonObject Specification(string from, string to, int typeId) => new()
    {
        ["from"] = new JsonObject { ["id"] = from },
        ["to"] = new JsonObject { ["id"] = to },
        ["associationSpec"] = new JsonObject { ["associationCategory"] = Category, ["associationTypeId"] = typeId },
    };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
