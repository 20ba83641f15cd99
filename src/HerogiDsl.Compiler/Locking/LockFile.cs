using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Locking;

/// <summary>What a build promised to the sessions in flight: the content of a `herogi.lock`.</summary>
internal sealed record LockFile(ImmutableArray<LockedScenario> Scenarios, ImmutableArray<LockedType> Types)
{
    /// <summary>The name of the file, which stands beside the project file.</summary>
    public const string FileName = "herogi.lock";

    private Dictionary<string, LockedType>? _byName;
    private Dictionary<string, LockedScenario>? _scenarios;

    public LockedScenario? FindScenario(string name)
    {
        if (_scenarios is null)
        {
            var found = new Dictionary<string, LockedScenario>(StringComparer.Ordinal);
            foreach (var scenario in Scenarios)
            {
                if (!found.ContainsKey(scenario.Name))
                    found.Add(scenario.Name, scenario);
            }

            _scenarios = found;
        }

        return _scenarios.TryGetValue(name, out var known) ? known : null;
    }

    /// <summary>A record, event or enum, by its full name.</summary>
    public LockedType? FindType(string fullName)
    {
        _byName ??= Types.ToDictionary(type => type.FullName, StringComparer.Ordinal);
        return _byName.TryGetValue(fullName, out var type) ? type : null;
    }
}

/// <summary>A scenario as it was locked.</summary>
/// <param name="Line">The line of the lock that names it, counted from 0.</param>
internal sealed record LockedScenario(
    string FullName,
    bool IsOnce,
    ImmutableArray<LockedDatum> Session,
    ImmutableArray<LockedState> States,
    int Line = 0)
{
    /// <summary>By this name the store knows it.</summary>
    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    /// <summary>The states that the build had, without those that are only remembered.</summary>
    public IEnumerable<LockedState> Current => States.Where(state => !state.IsRetired);

    /// <summary>What a `migrate` from a state speaks of: its retired form if one is remembered.</summary>
    public LockedState? FormOf(string state) =>
        States.Where(form => form.Name == state).OrderByDescending(form => form.IsRetired).FirstOrDefault();
}

/// <summary>The declaration of a session datum.</summary>
internal sealed record LockedDatum(string Name, LockedTypeName Type, bool HasDefault);

/// <summary>A state, and the data that is certain in it.</summary>
/// <param name="IsRetired">Whether it is a form that the build had no longer, and that a `migrate` leads on from.</param>
/// <param name="Data">Under the type it has there: without a `?` where it is proved not null.</param>
internal sealed record LockedState(string Name, bool IsRetired, ImmutableArray<LockedStateDatum> Data)
{
    public LockedStateDatum? Find(string datum) => Data.FirstOrDefault(candidate => candidate.Name == datum);

    public bool IsSameAs(LockedState other) => Name == other.Name
        && Data.Length == other.Data.Length
        && Data.All(datum => other.Find(datum.Name) is { } same && same.Type.Text == datum.Type.Text);
}

/// <summary>A session datum in a state.</summary>
internal sealed record LockedStateDatum(string Name, LockedTypeName Type);

internal enum LockedTypeKind
{
    Record,
    Event,
    Enum,
}

/// <summary>A record, an event or an enum.</summary>
/// <param name="Body">The type after `as`, of an answer; null without one.</param>
internal sealed record LockedType(
    LockedTypeKind Kind,
    string FullName,
    ImmutableArray<LockedField> Fields,
    ImmutableArray<string> Values,
    string Origin = "",
    LockedTypeName? Body = null)
{
    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    public string Namespace => FullName.Length == Name.Length ? "" : FullName.Substring(0, FullName.Length - Name.Length - 1);
}

/// <summary>A field of a record or an event.</summary>
internal sealed record LockedField(string Name, string JsonName, LockedTypeName Type, bool HasDefault);
