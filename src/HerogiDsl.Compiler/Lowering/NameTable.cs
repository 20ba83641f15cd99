using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The C# names of everything that a project's files declare.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<FieldSymbol, string> _fields = [];
    private readonly Dictionary<FieldSymbol, (string Name, IReadOnlyList<FieldSymbol> Fields)> _owners = [];
    private readonly Dictionary<StateSymbol, string> _states = [];
    private readonly Dictionary<(StateSymbol, SessionSymbol), string> _data = [];
    private readonly Dictionary<EnumSymbol, string> _enumJson = [];
    private readonly Dictionary<EventSymbol, int> _eventOrder = [];
    private readonly Dictionary<string, (string Contract, string Calls)> _shared = new(StringComparer.Ordinal);

    public NameTable(BoundProgram program)
    {
        foreach (var record in program.Records.Concat(program.LockedRecords))
            AddOwner(record.Name, record.Fields);
        foreach (var @event in program.Events)
        {
            AddOwner(@event.Name, @event.Fields);
            _eventOrder[@event] = _eventOrder.Count;
        }

        foreach (var scenario in program.Scenarios)
            AddStates(scenario.Symbol);

        var taken = new HashSet<string>(
            program.Records.Select(record => record.FullName)
                .Concat(program.Events.Select(@event => @event.FullName))
                .Concat(program.Enums.Select(@enum => @enum.FullName))
                .Concat(program.ScenarioSymbols.Select(scenario => scenario.FullName)),
            StringComparer.Ordinal);
        foreach (var @enum in program.Enums)
            _enumJson[@enum] = CSharpNames.Unique(@enum.FullName + "Json", "Text", taken);
        foreach (var @namespace in program.FileActions.Select(action => action.Origin.Namespace).Distinct(StringComparer.Ordinal))
            _shared[@namespace] = (Shared(@namespace, "ISharedActions"), Shared(@namespace, "SharedActionCalls"));

        string Shared(string @namespace, string name)
        {
            var prefix = @namespace.Length == 0 ? "" : @namespace + ".";
            return CSharpNames.Unique(prefix + name, "OfFiles", taken).Substring(prefix.Length);
        }
    }

    /// <summary>The interface of a namespace's `extern` actions outside of scenarios, and the class that calls it.</summary>
    public (string Contract, string Calls) SharedContract(string @namespace) => _shared[@namespace];

    /// <summary>A declared type from anywhere.</summary>
    public string Global(NamedTypeSymbol type) => "global::" + CSharpNames.EscapeNamespace(type.FullName);

    public string Global(ScenarioSymbol scenario) => "global::" + CSharpNames.EscapeNamespace(scenario.FullName);

    public string Property(FieldSymbol field)
    {
        if (!_fields.ContainsKey(field) && _owners.TryGetValue(field, out var owner))
            AddFields(owner.Name, owner.Fields);
        return _fields.TryGetValue(field, out var name) ? name : CSharpNames.Pascal(field.Name);
    }

    public string StateRecord(StateSymbol state) => _states[state];

    public string DataProperty(StateSymbol state, SessionSymbol datum) => _data[(state, datum)];

    /// <summary>Each event once, in the order of the files: no scenario has to look at all events of a project.</summary>
    public EventSymbol[] InOrder(IEnumerable<EventSymbol> events) =>
        [.. events.Distinct().OrderBy(@event => _eventOrder[@event])];

    /// <summary>The class that reads and writes an enum, from anywhere.</summary>
    public string EnumJson(EnumSymbol @enum) => "global::" + CSharpNames.EscapeNamespace(_enumJson[@enum]);

    /// <summary>The class that reads and writes an enum, in its namespace.</summary>
    public string EnumJsonSimple(EnumSymbol @enum) =>
        _enumJson[@enum].Substring(_enumJson[@enum].LastIndexOf('.') + 1);

    // The names are found when one of them is wanted: most are not where most is known.
    private void AddOwner(string owner, IReadOnlyList<FieldSymbol> fields)
    {
        foreach (var field in fields)
            _owners[field] = (owner, fields);
    }

    private void AddFields(string owner, IReadOnlyList<FieldSymbol> fields)
    {
        var properties = CSharpNames.Properties(owner, fields.Select(field => field.Name));
        for (var i = 0; i < fields.Count; i++)
            _fields[fields[i]] = properties[i];
    }

    private void AddStates(ScenarioSymbol scenario)
    {
        var records = CSharpNames.StateRecords(scenario.Name, scenario.States.Select(state => state.Name));
        for (var i = 0; i < records.Count; i++)
        {
            var state = scenario.States[i];
            _states[state] = records[i];
            var properties = CSharpNames.Properties(
                records[i], scenario.Session.Select(datum => datum.Name), "StateName", "WriteData");
            for (var j = 0; j < properties.Count; j++)
                _data[(state, scenario.Session[j])] = properties[j];
        }
    }
}
