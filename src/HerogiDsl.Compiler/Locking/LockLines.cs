using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Locking;

/// <summary>What the lines of a lock have said of a scenario so far.</summary>
internal sealed class ScenarioLines(string fullName, int firstLine)
{
    private readonly Dictionary<string, LockedDatum> _session = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, bool IsRetired), StateLines> _states = [];
    private int? _line;

    public bool IsOnce { get; set; }

    public void Declare(int line) => _line ??= line;

    /// <summary>False where another line says otherwise.</summary>
    public bool AddDatum(string name, LockedTypeName type, bool hasDefault)
    {
        var datum = new LockedDatum(name, type, hasDefault);
        if (_session.TryGetValue(name, out var known))
            return known.Equals(datum);
        _session.Add(name, datum);
        return true;
    }

    public StateLines Form(string state, bool isRetired, int line)
    {
        if (!_states.TryGetValue((state, isRetired), out var form))
            _states.Add((state, isRetired), form = new StateLines(line));
        return form;
    }

    public IEnumerable<int> Orphans() => _line is null
        ? [firstLine]
        : _states.Values.Where(state => !state.IsDeclared).Select(state => state.FirstLine);

    public LockedScenario ToScenario() => new(
        fullName,
        IsOnce,
        [.. _session.Values],
        [.. _states.Select(pair => new LockedState(pair.Key.Name, pair.Key.IsRetired, pair.Value.Data))],
        _line ?? firstLine);
}

/// <summary>What they have said of a state.</summary>
internal sealed class StateLines(int firstLine)
{
    private readonly Dictionary<string, LockedTypeName> _data = new(StringComparer.Ordinal);

    public int FirstLine => firstLine;

    public bool IsDeclared { get; set; }

    public ImmutableArray<LockedStateDatum> Data =>
        [.. _data.Select(pair => new LockedStateDatum(pair.Key, pair.Value))];

    public bool Add(string datum, LockedTypeName type)
    {
        if (_data.TryGetValue(datum, out var known))
            return known.Equals(type);
        _data.Add(datum, type);
        return true;
    }
}

/// <summary>What they have said of a record, an event or an enum.</summary>
internal sealed class TypeLines(LockedTypeKind kind, string fullName, int firstLine)
{
    private readonly Dictionary<string, LockedField> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    public LockedTypeKind Kind => kind;

    public int FirstLine => firstLine;

    public bool IsDeclared { get; set; }

    public string Origin { get; set; } = "";

    public LockedTypeName? Body { get; set; }

    public void AddValue(string value)
    {
        if (!_values.Contains(value))
            _values.Add(value);
    }

    public bool AddField(LockedField field)
    {
        if (_fields.TryGetValue(field.Name, out var known))
            return known.Equals(field);
        _fields.Add(field.Name, field);
        return true;
    }

    public LockedType ToType() => new(kind, fullName, [.. _fields.Values], [.. _values], Origin, Body);
}
