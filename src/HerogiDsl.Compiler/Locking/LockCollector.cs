using System.Text.RegularExpressions;

namespace HerogiDsl.Compiler.Locking;

/// <summary>Puts the facts of a lock together, in whatever order they come.</summary>
internal sealed class LockCollector
{
    private const string Name = @"[\p{L}_][\p{L}\p{Nd}_]*";
    private const string QualifiedName = @"[\p{L}_][\p{L}\p{Nd}_.]*";
    private const string Typed = @": (?<type>\S+)(?<default> = default)?";

    private static readonly Regex Fact = Pattern($"(?<kind>scenario|record|event|enum) (?<owner>{QualifiedName})(?: (?<rest>.+))?");
    private static readonly Regex Session = Pattern($"session (?<name>{Name}){Typed}");
    private static readonly Regex State = Pattern(
        $@"(?<kind>state|retired) (?<state>{Name})(?: has (?<name>{Name}): (?<type>\S+))?");

    private static readonly Regex Field = Pattern(
        $@"field (?<name>{Name})(?: as ""(?<json>(?:[^""\\]|\\.)*)"")?{Typed}");

    private static readonly Regex Value = Pattern($"value (?<name>{Name})");
    private static readonly Regex Origin = Pattern(@"from (?<origin>http|smtp)(?: as (?<type>\S+))?");

    private readonly Dictionary<string, ScenarioLines> _scenarios = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeLines> _types = new(StringComparer.Ordinal);

    /// <summary>Adds a fact; false where it is none.</summary>
    public bool TryAdd(string line, int number)
    {
        var fact = Fact.Match(line);
        if (!fact.Success)
            return false;
        var (kind, owner, rest) = (fact.Groups["kind"].Value, fact.Groups["owner"].Value, fact.Groups["rest"].Value);
        return kind == "scenario" ? TryAddToScenario(owner, rest, number) : TryAddToType(kind, owner, rest, number);
    }

    /// <summary>The first line that speaks of what no line declares; null where there is none.</summary>
    public int? FindOrphan()
    {
        var lines = _scenarios.Values.SelectMany(scenario => scenario.Orphans())
            .Concat(_types.Values.SelectMany(type => type.IsDeclared ? [] : new[] { type.FirstLine }))
            .ToArray();
        return lines.Length == 0 ? null : lines.Min();
    }

    public LockFile ToFile() => new(
        [.. _scenarios.Values.Select(scenario => scenario.ToScenario())],
        [.. _types.Values.Select(type => type.ToType())]);

    private bool TryAddToScenario(string owner, string rest, int number)
    {
        if (!_scenarios.TryGetValue(owner, out var scenario))
            _scenarios.Add(owner, scenario = new ScenarioLines(owner, number));
        if (rest.Length == 0)
            scenario.Declare(number);
        else if (rest == "once")
            scenario.IsOnce = true;
        else if (Session.Match(rest) is { Success: true } datum)
            return TypeOf(datum) is { } type && scenario.AddDatum(datum.Groups["name"].Value, type, HasDefault(datum));
        else if (State.Match(rest) is { Success: true } state)
            return TryAddToState(scenario, state, number);
        else
            return false;
        return true;
    }

    private static bool TryAddToState(ScenarioLines scenario, Match state, int number)
    {
        var form = scenario.Form(state.Groups["state"].Value, state.Groups["kind"].Value == "retired", number);
        if (!state.Groups["name"].Success)
        {
            form.IsDeclared = true;
            return true;
        }

        return TypeOf(state) is { } type && form.Add(state.Groups["name"].Value, type);
    }

    private bool TryAddToType(string kind, string owner, string rest, int number)
    {
        var wanted = kind switch
        {
            "record" => LockedTypeKind.Record,
            "event" => LockedTypeKind.Event,
            _ => LockedTypeKind.Enum,
        };
        if (!_types.TryGetValue(owner, out var type))
            _types.Add(owner, type = new TypeLines(wanted, owner, number));
        if (type.Kind != wanted)
            return false;
        if (rest.Length == 0)
            type.IsDeclared = true;
        else if (wanted == LockedTypeKind.Enum && Value.Match(rest) is { Success: true } value)
            type.AddValue(value.Groups["name"].Value);
        else if (wanted == LockedTypeKind.Event && Origin.Match(rest) is { Success: true } origin)
            return TryAddOrigin(type, origin);
        else if (wanted != LockedTypeKind.Enum && Field.Match(rest) is { Success: true } field)
            return TryAddField(type, field);
        else
            return false;
        return true;
    }

    private static bool TryAddOrigin(TypeLines type, Match origin)
    {
        type.Origin = origin.Groups["origin"].Value;
        if (!origin.Groups["type"].Success)
            return true;
        type.Body = TypeOf(origin);
        return type.Body is not null;
    }

    private static bool TryAddField(TypeLines type, Match field)
    {
        var name = field.Groups["name"].Value;
        var json = field.Groups["json"].Success ? LockedText.Unescape(field.Groups["json"].Value) : name;
        return json is not null && TypeOf(field) is { } fieldType
            && type.AddField(new LockedField(name, json, fieldType, HasDefault(field)));
    }

    private static LockedTypeName? TypeOf(Match match) => LockedTypeName.Parse(match.Groups["type"].Value);

    private static bool HasDefault(Match match) => match.Groups["default"].Success;

    private static Regex Pattern(string pattern) => new(
        "^" + pattern + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
