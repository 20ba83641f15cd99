using System.Collections.Immutable;
using System.Globalization;

namespace HubSpotStandIn.Objects;

internal sealed record CrmObject(ObjectKind Kind, long Id, ImmutableSortedDictionary<string, string> Properties)
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool Archived { get; init; }

    public string IdText => Id.ToString(CultureInfo.InvariantCulture);

    public string? this[string property] => property switch
    {
        "hs_object_id" => IdText,
        "createdate" => HubSpotTime.Text(CreatedAt),
        _ when property == Kind.ModifiedProperty => HubSpotTime.Text(UpdatedAt),
        _ => Properties.GetValueOrDefault(property),
    };
}
