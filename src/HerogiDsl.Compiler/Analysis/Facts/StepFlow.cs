using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>Walks the parts of a step in the order they run.</summary>
internal sealed class StepFlow
{
    private readonly SourceText _text;
    private readonly ExpressionFlow _expressions;
    private readonly StatementFlow _statements;

    public StepFlow(SourceText text, IFlowListener? listener)
    {
        _text = text;
        _expressions = new ExpressionFlow(listener);
        _statements = new StatementFlow(_expressions, listener);
    }

    /// <summary>A state is entered: its statements run, then its timers are set.</summary>
    public FlowState Enter(BoundState state, FlowState entry)
    {
        var after = _statements.Walk(state.Statements, entry);
        if (after.IsOver)
            return after;
        foreach (var timer in state.Transitions.Select(transition => transition.Trigger).OfType<BoundAfter>())
            after = _expressions.Walk(timer.Delay, after, _text);
        return after;
    }

    /// <summary>A transition is taken: guard, `exit` of the state left, `do`.</summary>
    public FlowState Take(BoundTransition transition, BoundState from, FlowState rest)
    {
        var state = rest;
        if (transition is { IsAnywhere: true, Trigger: BoundAfter timer })
            state = _expressions.Walk(timer.Delay, state, _text);
        if (transition.Guard is { } guard)
            state = _expressions.Judge(guard, state, _text).Holds;
        if (!transition.Syntax.IsStay)
            state = _statements.Walk(from.Exit, state);
        return _statements.Walk(transition.Do, state);
    }
}
