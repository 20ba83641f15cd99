using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>Walks statements in the order they run.</summary>
internal sealed class StatementFlow(ExpressionFlow expressions, IFlowListener? listener)
{
    public FlowState Walk(ImmutableArray<BoundStatement> statements, FlowState state)
    {
        foreach (var statement in statements)
        {
            // What stands behind a `fail` is never reached.
            if (state.IsOver)
                return state;
            state = Walk(statement, state);
        }

        return state;
    }

    private FlowState Walk(BoundStatement statement, FlowState state) => statement switch
    {
        BoundSet set => WalkSet(set, state),
        BoundIf @if => WalkIf(@if, state),
        BoundLog log => WalkTemplate(log.Message, state),
        BoundFail fail => WalkTemplate(fail.Reason, state) with { IsOver = true },
        BoundSend send => WalkSend(send, state),
        BoundHttp http => http.Parts.Aggregate(
            WalkTemplate(http.Path, state), (current, part) => WalkTemplate(part.Value, current)),
        BoundEmail email => email.Parts.Aggregate(state, (current, part) => WalkTemplate(part.Value, current)),
        BoundRun run => WalkRun(run, state),
        BoundErrorStatement error => WalkError(error, state),
        _ => state,
    };

    // One mistake does not hide another one in the same statement.
    private FlowState WalkError(BoundErrorStatement error, FlowState state)
    {
        foreach (var expression in error.Expressions)
            state = expressions.Walk(expression, state, error.Text);
        state = error.Templates.Aggregate(state, (current, template) => WalkTemplate(template, current));
        return error.EndsThePath ? state with { IsOver = true } : state;
    }

    private FlowState WalkSet(BoundSet set, FlowState state)
    {
        state = expressions.Walk(set.Value, state, set.Text);
        var path = "session." + set.Datum.Name;
        var isThere = ExpressionFlow.IsThere(set.Value, state);
        state = state.Forget(path).Assign(set.Datum);
        return isThere && set.Datum.Type.IsNullable ? state.Prove([path]) : state;
    }

    private FlowState WalkIf(BoundIf @if, FlowState state)
    {
        var before = state;
        var ways = new List<FlowState>();
        foreach (var branch in @if.Branches)
        {
            var (holds, fails) = expressions.Judge(branch.Condition, state, @if.Text);
            ways.Add(Walk(branch.Statements, holds));
            state = fails;
        }

        ways.Add(Walk(@if.Else, state));
        var after = ways.Aggregate(FlowState.Meet);
        return ways.Count(way => !way.IsOver) > 1 ? after.Behind(before) : after;
    }

    private FlowState WalkSend(BoundSend send, FlowState state)
    {
        state = expressions.Walk(send.Payload, state, send.Text);
        state = expressions.Walk(send.When, state, send.Text);
        return expressions.Walk(send.For, state, send.Text);
    }

    private FlowState WalkRun(BoundRun run, FlowState state)
    {
        foreach (var argument in run.Arguments)
            state = expressions.Walk(argument, state, run.Text);
        var outer = state.Proven.Where(path => path.StartsWith("parameter.", StringComparison.Ordinal)).ToArray();
        listener?.RunBegins(run);
        var after = Walk(run.Body, state.Forget("parameter"));
        listener?.RunEnds();
        return after.Forget("parameter").Prove(outer);
    }

    private FlowState WalkTemplate(BoundTemplate template, FlowState state) => WalkReads(template, template.Reads, state);

    private FlowState WalkReads(BoundTemplate template, ImmutableArray<BoundTemplateNode> nodes, FlowState state)
    {
        foreach (var node in nodes)
        {
            if (node is BoundTemplateRead read)
            {
                state = expressions.Walk(read.Expression, state, template.Text);
                if (read.IsNullRefused)
                    expressions.Write(read, template.Place, state);
            }
            else if (node is BoundTemplateIf @if)
            {
                WalkReads(template, @if.Then, Given(state, @if.Condition, true));
                WalkReads(template, @if.Else, Given(state, @if.Condition, false));
            }
        }

        return state;
    }

    private static FlowState Given(FlowState state, BoundExpression? condition, bool holds) =>
        condition is null ? state : state.Prove(Proofs.Of(condition, holds));
}
