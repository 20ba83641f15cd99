using HerogiDsl.Templates.Json;

namespace HerogiDsl.Templates.Checking;

/// <summary>One way through the ifs of a template.</summary>
/// <param name="States">Where in the JSON it may be: several, because loops may go any number of rounds.</param>
/// <param name="Assumed">What it has decided about conditions that are asked more than once.</param>
/// <param name="Trail">The last decisions, for the message.</param>
internal sealed record JsonPath(HashSet<JsonState> States, Assumptions Assumed, string Trail)
{
    private const int MaxPaths = 256;

    public static readonly JsonPath Start = new([JsonState.Start], Assumptions.None, "");

    /// <summary>Follows what has come to the same place only once.</summary>
    public static List<JsonPath> Merge(List<JsonPath> paths)
    {
        var distinct = new List<JsonPath>();
        foreach (var path in paths)
        {
            if (!distinct.Exists(path.IsSameAs))
            {
                distinct.Add(path);
            }
        }

        // Too many to follow one by one: any of the places will do, and nothing is told wrongly.
        return distinct.Count <= MaxPaths
            ? distinct
            : [new JsonPath([.. distinct.SelectMany(path => path.States)], Assumptions.None, "")];
    }

    public bool IsSameAs(JsonPath other) => Assumed.IsSameAs(other.Assumed) && States.SetEquals(other.States);
}

/// <summary>Conditions, by their text, that a path has found true or false.</summary>
internal sealed class Assumptions
{
    public static readonly Assumptions None = new([]);

    private readonly Dictionary<string, bool> decided;

    private Assumptions(Dictionary<string, bool> decided) => this.decided = decided;

    public bool? this[string condition] => decided.TryGetValue(condition, out var value) ? value : null;

    public Assumptions With(string condition, bool value) =>
        this[condition] == value ? this : new(new Dictionary<string, bool>(decided) { [condition] = value });

    public bool IsSameAs(Assumptions other) =>
        decided.Count == other.decided.Count && decided.All(pair => other[pair.Key] == pair.Value);
}
