using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Hosting;

// companies.customer_number
internal static class UniqueProperty
{
    public static IReadOnlyList<(ObjectKind Kind, string Property)> ParseAll(StandInOptions options) =>
    [
        .. options.UniqueProperties.Select(text => Parse(text) ?? throw new ArgumentException(
            $"unique property '{text}' is not understood: expected one as in 'companies.customer_number'",
            nameof(options))),
    ];

    public static (ObjectKind Kind, string Property)? Parse(string text) =>
        text.Split('.') is [var type, { Length: > 0 } property] && ObjectKind.Find(type) is { } kind
            ? (kind, property)
            : null;
}
