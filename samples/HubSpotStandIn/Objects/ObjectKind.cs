using System.Collections.Immutable;
using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Objects;

internal sealed class ObjectKind
{
    public static readonly ObjectKind Contact = new()
    {
        Name = "contact",
        Plural = "contacts",
        TypeId = "0-1",
        ModifiedProperty = "lastmodifieddate",
        FirstId = 37_765_128_953,
        NeedsOneOf = ["email", "firstname", "lastname"],
        ShownByDefault = ["createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname"],
    };

    public static readonly ObjectKind Company = new()
    {
        Name = "company",
        Plural = "companies",
        TypeId = "0-2",
        ModifiedProperty = "hs_lastmodifieddate",
        FirstId = 27_004_119_301,
        NeedsOneOf = ["name", "domain"],
        ShownByDefault = ["createdate", "domain", "hs_lastmodifieddate", "hs_object_id", "name"],
    };

    public static readonly ImmutableArray<ObjectKind> All = [Contact, Company];

    public required string Name { get; init; }

    public required string Plural { get; init; }

    public required string TypeId { get; init; }

    public required string ModifiedProperty { get; init; }

    // Beyond 32 bits, as HubSpot's are, and apart for each kind, so that mixing them up shows.
    public required long FirstId { get; init; }

    public required ImmutableArray<string> NeedsOneOf { get; init; }

    public required ImmutableArray<string> ShownByDefault { get; init; }

    public static ObjectKind? Find(string text) => All.FirstOrDefault(kind =>
        text.Equals(kind.Plural, StringComparison.OrdinalIgnoreCase)
        || text.Equals(kind.Name, StringComparison.OrdinalIgnoreCase)
        || text == kind.TypeId);

    public static ObjectKind Named(string text) => Find(text) ?? throw Failures.UnknownType(text);

    public bool IsReadOnly(string property) =>
        property is "hs_object_id" or "createdate" || property == ModifiedProperty;

    public override string ToString() => Plural;
}
