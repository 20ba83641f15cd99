using System.Collections.Immutable;
using System.Globalization;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Associations;

// "associations":[{"to":{"id":"1"},"types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":279}]}]
internal sealed record AssociationRequest(ObjectKind To, string ToId, ImmutableArray<int> TypeIds)
{
    public static AssociationRequest Default(ObjectKind from, ObjectKind to, string toId) =>
        new(to, toId, [AssociationTypes.Plain(from, to)]);

    public static IReadOnlyList<AssociationRequest> ReadAll(ObjectKind from, JsonInput body) =>
        [.. body.Objects("associations").Select(association => Read(from, association))];

    private static AssociationRequest Read(ObjectKind from, JsonInput association)
    {
        var to = association.Object("to") ?? throw Failures.Missing("to");
        var types = association.RequiredObjects("types");
        if (types.Count == 0)
        {
            throw Failures.Missing("types");
        }
        var ids = types.Select(type => ReadType(from, type)).ToImmutableArray();
        var other = from == ObjectKind.Contact ? ObjectKind.Company : ObjectKind.Contact;
        return new AssociationRequest(other, to.RequiredText("id"), ids);
    }

    private static int ReadType(ObjectKind from, JsonInput type)
    {
        var category = type.Text("associationCategory");
        var text = type.RequiredText("associationTypeId");
        if (category == "HUBSPOT_DEFINED"
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && AssociationTypes.AreFrom(from, id))
        {
            return id;
        }
        throw Failures.Invalid($"One or more association types are not valid from {from.Name}: "
            + $"[{category ?? "no category"}: {text}]");
    }
}
