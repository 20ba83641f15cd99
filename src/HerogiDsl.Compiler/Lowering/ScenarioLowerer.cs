using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns a scenario into its model: states' records, step function, graph.</summary>
internal sealed class ScenarioLowerer(
    ScenarioFacts facts, NameTable names, ImmutableArray<EventSymbol> events, CompilationOptions options)
{
    private readonly BoundScenario _scenario = facts.Scenario;
    private readonly ScenarioPlan _plan =
        new(facts.Scenario, facts, new ScenarioTables(names, options.ProjectDirectory), events);
    private readonly TypeLowerer _types = new(names);

    /// <summary>Whether the scenario has a step function.</summary>
    public static bool IsSound(BoundScenario scenario) =>
        !scenario.HasErrors;

    public static string DefinitionName(ScenarioSymbol scenario) =>
        scenario.Name == "Definition" ? "ScenarioDefinition" : "Definition";

    public ScenarioModel Lower()
    {
        var symbol = _scenario.Symbol;
        return new ScenarioModel(
            symbol.FullName + ".g.cs",
            CSharpNames.EscapeNamespace(symbol.Origin.Namespace),
            CSharpNames.Escape(symbol.Name),
            symbol.Name,
            GraphLowerer.Lines(symbol.Declaration.Documentation),
            Header().ToEquatableArray(),
            _scenario.States.Where(state => state.Symbol.Kind == StateKind.State).Select(LowerState).ToEquatableArray(),
            DefinitionName(_scenario.Symbol),
            new ContractLowerer(names).Lower(symbol),
            IsSound(_scenario) ? LowerSteps() : null);
    }

    private StepsModel LowerSteps()
    {
        var methods = LowerMethods();
        var aggregates = new AggregateLowerer(_plan).Lower().ToArray();
        methods.AddRange(aggregates.Select(aggregate => aggregate.Method));
        var (migrations, migrating) = new MigrationLowerer(_plan).Lower();
        methods.AddRange(migrating);
        methods.AddRange(_plan.Tables.TemplateMethods);
        var taken = _scenario.States.Append(_scenario.Start)
            .SelectMany(state => state.Transitions).Concat(_scenario.Anywhere)
            .Select(transition => transition.Trigger)
            .ToArray();
        var named = taken.OfType<BoundOnEvent>().Select(on => on.Event)
            .Concat(_scenario.States.SelectMany(state => state.Defers).Concat(_scenario.AnywhereDefers).Select(defer => defer.Event))
            .Concat(_scenario.Symbol.Aggregates.Select(aggregate => aggregate.Event).OfType<EventSymbol>())
            .ToArray();
        return new StepsModel(
            _scenario.Symbol.Declaration.IsOnce,
            FingerprintBuilder.Build(_plan),
            taken.OfType<BoundOnAny>().Any(),
            names.InOrder(named).Where(@event => !@event.IsAnswer).Select(@event => @event.Name).ToEquatableArray(),
            _plan.Tables.Templates,
            _plan.Tables.Regexes,
            aggregates.Select(aggregate => aggregate.Model).ToEquatableArray(),
            methods.ToEquatableArray(),
            migrations,
            GraphLowerer.Lower(_plan));
    }

    private List<MethodModel> LowerMethods()
    {
        var methods = new List<MethodModel>();
        var arms = _plan.Tables.NewCode();
        arms.Add("return state switch");
        arms.Open();
        foreach (var state in _scenario.States.Prepend(_scenario.Start).Where(Judges))
        {
            var (name, judging) = new JudgeLowerer(_plan, state).Lower();
            arms.Add(state.Symbol.Kind == StateKind.Start
                ? $"null => {name}(trigger, context),"
                : $"{names.StateRecord(state.Symbol)} current => {name}(current, trigger, context),");
            if (state.Symbol.Kind != StateKind.Start)
                methods.Add(EntryLowerer.Lower(_plan, state));
            methods.AddRange(judging);
        }

        foreach (var end in _scenario.States.Where(state => state.Symbol.Kind == StateKind.End && _plan.IsReachable(state)))
            methods.Add(EntryLowerer.Lower(_plan, end));
        arms.Add($"_ => {Names.StepResult}.Ignored(state),");
        arms.Close(";");
        var signature =
            $"public {Names.StepResult} Step({Names.IState}? state, {Names.Trigger} trigger, {Names.StepContext} context)";
        methods.Insert(0, new MethodModel("", signature, arms.ToLines()));
        return methods;
    }

    private bool Judges(BoundState state) =>
        state.Symbol.Kind == StateKind.Start || (state.Symbol.Kind == StateKind.State && _plan.IsReachable(state));

    private StateModel LowerState(BoundState state)
    {
        var fields = _plan.AtRest(state.Symbol).Select(datum => LowerDatum(state.Symbol, datum));
        return new StateModel(
            names.StateRecord(state.Symbol),
            state.Symbol.Name,
            fields.ToEquatableArray(),
            GraphLowerer.Lines(state.Symbol.Declaration?.Documentation));
    }

    private FieldModel LowerDatum(StateSymbol state, CertainDatum datum)
    {
        var symbol = datum.Symbol;
        var type = DataLowerer.TypeOf(datum);
        var name = names.DataProperty(state, symbol);
        var types = _plan.Tables.Types;
        var @default = _types.Default(symbol.Default, symbol.Type, _scenario.Symbol.Origin.Text);
        return new FieldModel(
            name,
            symbol.Name,
            symbol.Name,
            types.Name(type),
            ReadDatum(type, symbol.Name, @default),
            types.Write(type, "writer", name, type.IsNullable),
            name,
            null,
            IsInit: false,
            GraphLowerer.Lines(symbol.Declaration.Documentation));
    }

    // A null that was set stays one: only what an earlier build did not have takes its default.
    private string ReadDatum(TypeSymbol type, string name, string? @default)
    {
        var types = _plan.Tables.Types;
        return type.IsNullable && @default is not (null or "null")
            ? $"fields.IsMissing({CSharpLiteral.Text(name)}) ? {@default} : {types.ReadField(type, name, null)}"
            : types.ReadField(type, name, @default);
    }

    private IEnumerable<string> Header()
    {
        var at = ScenarioTables.Position(_scenario.Symbol.Origin.Text, _scenario.Symbol.Declaration.KeywordSpan.Start);
        yield return $"scenario {_scenario.Symbol.Name}   {at.Path}:{at.Line}";
        var rows = _plan.Transitions
            .Select(pair => new HeaderRow(
                pair.State.Symbol.Name, pair.Transition.Target?.Name ?? "stay", Why(pair.Transition)))
            .ToArray();
        if (rows.Length == 0)
            yield break;
        var (from, to) = (rows.Max(row => row.From.Length), rows.Max(row => row.To.Length));
        foreach (var row in rows)
            yield return $"  {row.From.PadRight(from)} -> {row.To.PadRight(to)}   {SourceLines.Shortened(row.Why)}".TrimEnd();
    }

    private string Why(BoundTransition transition)
    {
        var guard = GraphLowerer.Guard(_scenario, transition);
        return GraphLowerer.Trigger(_scenario, transition) + (guard is null ? "" : " when " + guard);
    }

    private sealed record HeaderRow(string From, string To, string Why);
}
