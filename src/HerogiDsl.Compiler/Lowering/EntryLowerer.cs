using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The method that enters a state or an end: runs its statements, starts its timers, makes its record.</summary>
internal sealed class EntryLowerer
{
    private readonly ScenarioPlan _plan;
    private readonly BoundState _state;
    private readonly StepScope _scope;
    private readonly CodeBuilder _code;

    private EntryLowerer(ScenarioPlan plan, BoundState state)
    {
        _plan = plan;
        _state = state;
        _code = plan.Tables.NewCode();
        _scope = new StepScope(EventOf(plan.EntryOf(state.Symbol)));
    }

    public static MethodModel Lower(ScenarioPlan plan, BoundState state) => new EntryLowerer(plan, state).Lower();

    /// <summary>The C# type of the parameter `@event`; null where only timers lead here.</summary>
    public static string? EventParameter(ScenarioPlan plan, StateSymbol state)
    {
        var entry = plan.EntryOf(state);
        if (entry.Events.Length == 0)
            return null;
        if (entry.MayBeMissing)
            return Names.IEvent + "?";
        return entry.Events.Length == 1 ? plan.Tables.Names.Global(entry.Events[0]) : Names.IEvent;
    }

    private static EventPlace EventOf(StateEntry entry) => entry switch
    {
        { Events.Length: 0 } => EventPlace.None,
        { Events.Length: 1, MayBeMissing: false } => new EventPlace("@event", entry.Events[0]),
        _ => new EventPlace("@event", null),
    };

    private MethodModel Lower()
    {
        var symbol = _state.Symbol;
        var parameters = new List<string> { "int transition" };
        var set = new HashSet<SessionSymbol>(StatementFacts.AllSet(_state.Statements));
        foreach (var datum in _plan.OnEntry(symbol))
        {
            // A parameter that is set later on has to bear what it is set to.
            var type = set.Contains(datum.Symbol) ? datum.Symbol.Type : DataLowerer.TypeOf(datum);
            parameters.Add($"{_plan.Tables.Types.Name(type)} {_scope.Declare(datum.Symbol, type.IsNullable)}");
        }

        if (EventParameter(_plan, symbol) is { } eventType)
            parameters.Add(eventType + " @event");
        parameters.Add(Names.StepContext + " context");

        _code.Add($"context.EnterState({CSharpLiteral.Text(symbol.Name)});");
        new StatementLowerer(_plan.Tables, _scope, _plan.Record(symbol), _code).Lower(_state.Statements);
        if (!_code.HasEnded)
            AddEnd();
        return new MethodModel(
            "",
            $"private static {Names.StepResult} {_plan.EnterMethod(symbol)}({string.Join(", ", parameters)})",
            _code.ToLines());
    }

    private void AddEnd()
    {
        var symbol = _state.Symbol;
        if (symbol.Kind == StateKind.End)
        {
            _code.Blank();
            _code.Add($"return {Names.StepResult}.Ended({CSharpLiteral.Text(symbol.Name)}, transition);");
            return;
        }

        new TimerLowerer(_plan, _scope, _code).Lower(_state);
        var text = _plan.Scenario.Symbol.Origin.Text;
        var span = symbol.Declaration?.KeywordSpan ?? default;
        var data = new DataLowerer(_plan.Tables, _scope);
        var values = _plan.AtRest(symbol).Select(datum => data.Value(datum, text, span));
        _code.Blank();
        _code.Add(
            $"return {Names.StepResult}.Moved(new {_plan.Tables.Names.StateRecord(symbol)}({string.Join(", ", values)}), transition);");
    }
}
