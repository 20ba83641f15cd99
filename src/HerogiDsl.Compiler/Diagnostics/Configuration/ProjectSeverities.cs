namespace HerogiDsl.Compiler.Diagnostics.Configuration;

/// <summary>What the project itself says: <c>NoWarn</c>, <c>WarningsAsErrors</c> and their like.</summary>
/// <remarks>Two that say the same are equal, so that an incremental generator may cache them.</remarks>
internal sealed class ProjectSeverities : IEquatable<ProjectSeverities>
{
    private readonly SortedDictionary<string, ConfiguredSeverity> _ids = new(StringComparer.OrdinalIgnoreCase);

    public static ProjectSeverities Nothing { get; } = new();

    /// <summary><c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatsWarningsAsErrors { get; init; }

    /// <summary>A warning level of 0.</summary>
    public bool HasNoWarnings { get; init; }

    /// <summary>
    /// What is said of single ids. None is that of <c>NoWarn</c>, Error of <c>WarningsAsErrors</c>, and Default of
    /// <c>WarningsNotAsErrors</c>: a warning that nothing makes an error.
    /// </summary>
    public IEnumerable<KeyValuePair<string, ConfiguredSeverity>> Ids
    {
        get => _ids;
        init
        {
            foreach (var pair in value)
                _ids[pair.Key] = pair.Value;
        }
    }

    public ConfiguredSeverity? Of(string id) => _ids.TryGetValue(id, out var found) ? found : null;

    public bool Equals(ProjectSeverities? other) =>
        other is not null
        && TreatsWarningsAsErrors == other.TreatsWarningsAsErrors
        && HasNoWarnings == other.HasNoWarnings
        && _ids.SequenceEqual(other._ids);

    public override bool Equals(object? obj) => Equals(obj as ProjectSeverities);

    public override int GetHashCode() => (_ids.Count * 4) + (TreatsWarningsAsErrors ? 2 : 0) + (HasNoWarnings ? 1 : 0);
}
