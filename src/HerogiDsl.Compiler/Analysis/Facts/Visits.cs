using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>A statement that asks for an answer.</summary>
/// <param name="At">Where the answer is named.</param>
/// <param name="IsOwn">Whether it is among the state's own statements, and not in a `do`.</param>
internal sealed record AnswerCall(
    EventSymbol Returns, string? Label, BoundStatement Statement, SourceLocation At, bool IsOwn)
{
    /// <summary>Whether its answer may say that nobody knows whether it happened.</summary>
    public bool MayBeUnknown => Statement is BoundEmail or BoundHttp { IsIdempotent: false, Method: "post" or "patch" };

    /// <summary>Whether a transition takes the answers to this very statement.</summary>
    public bool IsFor(BoundTransition transition) =>
        transition.Trigger is BoundOnEvent on && on.Event == Returns && (on.From is null || on.From == Label);
}

/// <summary>The answers that the visits of each state ask for, and the transitions that may take them.</summary>
internal static class Visits
{
    /// <summary>What is asked for in a visit: by its statements, by the `do` that leads there, by every `stay`.</summary>
    public static ImmutableArray<AnswerCall> CallsOf(BoundScenario scenario, BoundState state)
    {
        var calls = ImmutableArray.CreateBuilder<AnswerCall>();
        // An end asks for nothing: a `returns` there was told to be wrong.
        if (state.Symbol.Kind != StateKind.End)
            Collect(state.Statements, isOwn: true, calls);
        foreach (var transition in scenario.LeadingTo(state.Symbol))
            Collect(transition.Do, isOwn: false, calls);
        foreach (var stay in scenario.Leaving(state).Where(transition => transition.Syntax.IsStay))
            Collect(stay.Do, isOwn: false, calls);
        return calls.ToImmutable();
    }

    /// <summary>How many statements ask for an answer on one path; of the branches of an `if` only one runs.</summary>
    public static int MostAsked(IEnumerable<BoundStatement> statements, EventSymbol answer) => statements.Sum(statement =>
        statement switch
        {
            BoundHttp http => http.Returns == answer ? 1 : 0,
            BoundEmail email => email.Returns == answer ? 1 : 0,
            BoundRun { Action.IsExtern: true } run => run.Action.Returns == answer ? 1 : 0,
            BoundRun run => MostAsked(run.Body, answer),
            BoundIf @if => @if.Branches.Select(branch => MostAsked(branch.Statements, answer))
                .Append(MostAsked(@if.Else, answer)).Max(),
            _ => 0,
        });

    private static void Collect(
        IEnumerable<BoundStatement> statements, bool isOwn, ImmutableArray<AnswerCall>.Builder calls)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case BoundHttp { Returns: { } answer, Syntax.Returns: { } name } http:
                    calls.Add(new AnswerCall(answer, http.Label, http, http.Text.Locate(name.Span), isOwn));
                    break;
                case BoundEmail { Returns: { } answer, Syntax.Returns: { } name } email:
                    calls.Add(new AnswerCall(answer, email.Label, email, email.Text.Locate(name.Span), isOwn));
                    break;
                case BoundRun { Action: { IsExtern: true, Returns: { } answer } } run:
                    calls.Add(new AnswerCall(answer, run.Label, run, run.Text.Locate(run.Span), isOwn));
                    break;
                case BoundRun run:
                    Collect(run.Body, isOwn, calls);
                    break;
                case BoundIf @if:
                    foreach (var branch in @if.Branches)
                        Collect(branch.Statements, isOwn, calls);
                    Collect(@if.Else, isOwn, calls);
                    break;
            }
        }
    }
}
