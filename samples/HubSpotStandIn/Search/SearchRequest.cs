using System.Collections.Immutable;
using System.Text.Json;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Search;

internal sealed record SearchRequest
{
    private const int MostGroups = 5;
    private const int MostFilters = 18;
    private const int LargestPage = 200;
    private const int Deepest = 10_000;

    // One group must hold, and in it each filter.
    public required ImmutableArray<ImmutableArray<SearchFilter>> Groups { get; init; }

    public required ImmutableArray<(string Property, bool Descending)> Sorts { get; init; }

    public required IReadOnlyList<string> Properties { get; init; }

    public required string? Query { get; init; }

    public required int Limit { get; init; }

    public required int After { get; init; }

    public static SearchRequest Read(JsonInput body)
    {
        var groups = body.Objects("filterGroups")
            .Select(group => group.Objects("filters").Select(SearchFilter.Read).ToImmutableArray())
            .ToImmutableArray();
        if (groups.Length > MostGroups || groups.Sum(group => group.Length) > MostFilters)
        {
            throw Failures.Invalid($"a search may have {MostGroups} filterGroups and {MostFilters} filters at most");
        }
        return new SearchRequest
        {
            Groups = groups,
            Sorts = [.. body.Array("sorts").Select(ReadSort)],
            Properties = body.Texts("properties"),
            Query = body.Text("query"),
            Limit = body.Number("limit", otherwise: 10, LargestPage),
            After = body.Number("after", otherwise: 0, Deepest),
        };
    }

    public IEnumerable<CrmObject> Run(IEnumerable<CrmObject> items)
    {
        var found = items.Where(item => Groups.IsEmpty
            || Groups.Any(group => group.All(filter => filter.Holds(item))));
        if (!string.IsNullOrWhiteSpace(Query))
        {
            found = found.Where(item => item.Properties.Values.Any(value =>
                value.Contains(Query.Trim(), StringComparison.OrdinalIgnoreCase)));
        }
        var order = Comparer<string?>.Create((one, other) => (one, other) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => SearchFilter.Compare(one, other),
        });
        var sorted = found.OrderBy(_ => 0);
        foreach (var (property, descending) in Sorts)
        {
            sorted = descending
                ? sorted.ThenByDescending(item => item[property], order)
                : sorted.ThenBy(item => item[property], order);
        }
        return sorted;
    }

    // {"propertyName":"createdate","direction":"DESCENDING"}, or "createdate", or "-createdate"
    private static (string Property, bool Descending) ReadSort(JsonElement sort)
    {
        if (sort.ValueKind == JsonValueKind.String && sort.GetString() is { } name)
        {
            return name.StartsWith('-') ? (name[1..], true) : (name, false);
        }
        if (sort.ValueKind != JsonValueKind.Object)
        {
            throw Failures.InvalidJson("a sort must be a name or an object with 'propertyName' and 'direction'");
        }
        var input = new JsonInput(sort);
        return (input.RequiredText("propertyName"), input.Text("direction") switch
        {
            null or "ASCENDING" => false,
            "DESCENDING" => true,
            var other => throw Failures.Invalid($"'{other}' is no direction: ASCENDING or DESCENDING are"),
        });
    }
}
