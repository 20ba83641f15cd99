using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3005: a transition that an earlier one of the same list leaves nothing to take.</summary>
internal sealed class ShadowedTransitionCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var text = facts.Scenario.Symbol.Origin.Text;
        foreach (var state in facts.Scenario.States.Prepend(facts.Scenario.Start))
            Check(state.Transitions, text, diagnostics);
        Check(facts.Scenario.Anywhere, text, diagnostics);
    }

    private static void Check(ImmutableArray<BoundTransition> list, SourceText text, DiagnosticBag diagnostics)
    {
        if (list.Length < 2)
            return;
        var before = new EarlierTransitions(text);
        foreach (var later in list)
        {
            if (before.FindFirst(later, earlier => TakesAll(earlier, later, text)) is { } earlier)
            {
                diagnostics.Report(FlowDiagnostics.Shadowed(
                    text.Locate(later.Syntax.Span), TextOf(later, text), TextOf(earlier, text), text.Locate(earlier.Syntax.Span)));
            }

            before.Add(later);
        }
    }

    private static bool TakesAll(BoundTransition earlier, BoundTransition later, SourceText text)
    {
        // What was told to be wrong may say anything.
        if (HasErrors(earlier.Guard) || HasErrors(later.Guard) || IsPassedOver(earlier, later))
            return false;
        return (earlier.Trigger, later.Trigger) switch
        {
            (BoundAfter first, BoundAfter second) => TimerComesFirst(earlier, first, second),
            (BoundOnAny, BoundOnAny) => GuardTakesAll(earlier, later, null, text),
            (BoundOnAny, BoundOnEvent { Event.IsAnswer: false } second) => GuardTakesAll(earlier, later, second.Event, text),
            (BoundOnEvent first, BoundOnEvent second) => first.Event == second.Event
                && (first.From is null || first.From == second.From)
                && GuardTakesAll(earlier, later, second.Event, text),
            (BoundEvery first, BoundEvery second) =>
                first == second && !first.IsMalformed && !earlier.Syntax.IsStay && GuardTakesAll(earlier, later, null, text),
            _ => false,
        };
    }

    // In the very state that it leads to, a transition of `anywhere` leaves its event to the next one.
    private static bool IsPassedOver(BoundTransition earlier, BoundTransition later) =>
        earlier is { IsAnywhere: true, Target: { Kind: StateKind.State } target } && later.Target != target;

    // A timer that only stays, an `every` as well, does not end the visit, so that a later one still comes.
    private static bool TimerComesFirst(BoundTransition earlier, BoundAfter first, BoundAfter second) =>
        earlier.Guard is null && !earlier.Syntax.IsStay
        && ConstantDuration.Of(first.Delay) is { } sooner
        && ConstantDuration.Of(second.Delay) is { } later
        && sooner <= later;

    private static bool GuardTakesAll(BoundTransition earlier, BoundTransition later, EventSymbol? @event, SourceText text)
    {
        if (earlier.Guard is null)
            return true;
        if (GuardText.AreSame(later.Guard, earlier.Guard, text))
            return true;
        if (@event is not { EventOrigin: not Syntax.Declarations.EventOrigin.Ordinary })
            return false;
        var mine = OutcomeSet.OfGuard(earlier.Guard, @event).Surely;
        var its = OutcomeSet.OfGuard(later.Guard, @event).Maybe;
        // A guard that never holds is told as such.
        return !mine.IsEmpty && !its.IsEmpty && mine.Contains(its);
    }

    private static bool HasErrors(BoundExpression? guard) => guard is { Type.IsError: true };

    private static IEnumerable<string> WordsOf(TextSpan span, SourceText text) => text.Content
        .Substring(span.Start, span.Length)
        .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string TextOf(BoundTransition transition, SourceText text) =>
        string.Join(" ", WordsOf(transition.Syntax.Span, text));
}
