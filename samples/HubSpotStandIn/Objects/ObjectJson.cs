using System.Text.Json.Nodes;

namespace HubSpotStandIn.Objects;

internal static class ObjectJson
{
    // A created or changed object is shown with all it has.
    public static JsonObject Whole(CrmObject item) =>
        Selected(item, [.. item.Properties.Keys, "createdate", "hs_object_id", item.Kind.ModifiedProperty]);

    // A property that was asked for and is not set is null.
    public static JsonObject Selected(CrmObject item, IReadOnlyCollection<string> names)
    {
        var properties = new JsonObject();
        foreach (var name in names.Count == 0 ? item.Kind.ShownByDefault : [.. names])
        {
            properties[name] = item[name];
        }
        properties["hs_object_id"] = item.IdText;
        return new JsonObject
        {
            ["id"] = item.IdText,
            ["properties"] = properties,
            ["createdAt"] = HubSpotTime.Text(item.CreatedAt),
            ["updatedAt"] = HubSpotTime.Text(item.UpdatedAt),
            ["archived"] = item.Archived,
        };
    }
}
