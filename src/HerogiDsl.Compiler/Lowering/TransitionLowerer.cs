using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>One transition in the method that judges its event: guard, `exit`, `do`, and the call that enters the target.</summary>
internal sealed class TransitionLowerer(
    ScenarioPlan plan, BoundState state, BoundTransition transition, StepScope outer, CodeBuilder code)
{
    private readonly StepScope _scope = outer.Branch(isInBraces: !TakesAll(transition));

    private SourceText Text => plan.Scenario.Symbol.Origin.Text;

    /// <summary>Whether nothing behind the transition is ever judged.</summary>
    public static bool TakesAll(BoundTransition transition) =>
        transition.Guard is null && transition.Trigger is not BoundOnEvent { From: not null };

    public void Lower()
    {
        var statements = new StatementLowerer(plan.Tables, _scope, plan.Record(state.Symbol), code);
        code.Blank();
        code.Add("// " + SourceLines.Shortened(SourceLines.OneLine(Text, transition.Syntax.Span)));
        statements.At(Text, transition.Syntax.Span);
        if (TakesAll(transition))
        {
            Take();
            return;
        }

        AddCondition();
        code.Open();
        Take();
        code.Close();
        code.HasEnded = false;
    }

    private void AddCondition()
    {
        var label = transition.Trigger is BoundOnEvent { From: { } from } ? $"label == {CSharpLiteral.Text(from)}" : null;
        if (transition.Guard is not { } guard)
        {
            code.Add($"if ({label})");
            return;
        }

        var expressions = new ExpressionLowerer(plan.Tables, _scope, Text);
        var condition = expressions.Condition(guard);
        if (label is null)
            code.AddMapped("if (", condition, ")", Text, guard.Span);
        else
            code.AddMapped($"if ({label} && (", condition, "))", Text, guard.Span);
    }

    private void Take()
    {
        var number = plan.NumberOf(state, transition);
        var statements = new StatementLowerer(plan.Tables, _scope, plan.Record(state.Symbol), code);
        if (transition.Target is not { } target)
        {
            statements.Lower(transition.Do);
            if (!code.HasEnded)
                code.Add($"return {Names.StepResult}.Stayed({StayedState()}, {number});");
            return;
        }

        DeclareInitialData(target);
        var @event = _scope.Event;
        _scope.Event = @event.Untyped();
        statements.Lower(state.Exit);
        _scope.Event = @event;
        statements.Lower(transition.Do);
        if (!code.HasEnded)
            code.Add($"return {plan.EnterMethod(target)}({string.Join(", ", Arguments(target, number))});");
    }

    // A datum's default is computed when the instance begins.
    private void DeclareInitialData(StateSymbol target)
    {
        if (state.Symbol.Kind == StateKind.Start)
            InitialData.Declare(plan, _scope, code, target);
    }

    private IEnumerable<string> Arguments(StateSymbol target, int number)
    {
        yield return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var data = new DataLowerer(plan.Tables, _scope);
        foreach (var datum in plan.OnEntry(target))
            yield return data.Value(datum, Text, transition.Syntax.Span);
        if (EntryLowerer.EventParameter(plan, target) is { } type)
            yield return EventArgument(type);
        yield return "context";
    }

    private string EventArgument(string type)
    {
        var isInterface = type.TrimEnd('?') == Names.IEvent;
        if (_scope.Event == EventPlace.None)
            return isInterface ? "null" : $"{Names.Functions}.Event<{type}>(null)";
        return isInterface || _scope.Event.Type is not null
            ? _scope.Event.Text
            : $"{Names.Functions}.Event<{type}>({_scope.Event.Text})";
    }

    private string StayedState()
    {
        var set = new HashSet<SessionSymbol>(StatementFacts.AllSet(transition.Do));
        var data = new DataLowerer(plan.Tables, _scope);
        var changes = plan.AtRest(state.Symbol)
            .Where(datum => set.Contains(datum.Symbol))
            .Select(datum => $"{plan.Tables.Names.DataProperty(state.Symbol, datum.Symbol)} = "
                + data.Value(datum, Text, transition.Syntax.Span))
            .ToArray();
        return changes.Length == 0 ? "state" : $"state with {{ {string.Join(", ", changes)} }}";
    }
}
