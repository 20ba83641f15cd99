using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Journals;

// One change. Lines are only ever added: a later line about an object replaces the earlier ones.
[JsonDerivedType(typeof(ObjectLine), "object")]
[JsonDerivedType(typeof(AssociationLine), "association")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
internal abstract record JournalLine(string Type)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static JournalLine Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<JournalLine>(json, Options) ?? throw new JsonException("a line is null");

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);
}

// {"line":"object","type":"contacts","id":37765128953,"properties":{"email":"ann@acme.example"},…}
internal sealed record ObjectLine(string Type, long Id, ImmutableSortedDictionary<string, string> Properties)
    : JournalLine(Type)
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool Archived { get; init; }

    public static ObjectLine Of(CrmObject item) => new(item.Kind.Plural, item.Id, item.Properties)
    {
        CreatedAt = item.CreatedAt,
        UpdatedAt = item.UpdatedAt,
        Archived = item.Archived,
    };

    public CrmObject ToObject() => new(
        ObjectKind.Named(Type), Id, Properties.WithComparers(StringComparer.Ordinal))
    {
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Archived = Archived,
    };
}

// {"line":"association","type":"contacts","fromId":37765128953,"toId":27004119301,"types":[279]}
internal sealed record AssociationLine(string Type, long FromId, long ToId, ImmutableArray<int> Types)
    : JournalLine(Type);
