using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>HRG3xxx: states, transitions, and what is known along them.</summary>
internal static class FlowDiagnostics
{
    public static Diagnostic NoStart(SourceLocation at, string scenario) =>
        new(DiagnosticDescriptors.NoStart, at, $"scenario '{scenario}' has no 'start'")
        {
            Hint = "say which event begins it: start { on SomeEvent -> SomeState }",
        };

    public static Diagnostic TwoStarts(SourceLocation at, string scenario, ImmutableArray<RelatedLocation> places) =>
        new(DiagnosticDescriptors.NoStart, at, $"scenario '{scenario}' has more than one 'start'")
        {
            Hint = "put all transitions into one",
            Related = places,
        };

    public static Diagnostic EmptyStart(SourceLocation at, string scenario) =>
        new(DiagnosticDescriptors.NoStart, at, $"the 'start' of scenario '{scenario}' has no transition, so nothing begins it")
        {
            Hint = "say which event begins it: on SomeEvent -> SomeState",
        };

    public static Diagnostic Shadowed(SourceLocation at, string transition, string earlier, SourceLocation earlierAt) =>
        new(DiagnosticDescriptors.ShadowedTransition, at, $"'{transition}' is never taken: '{earlier}' before it takes all it would")
        {
            Hint = "put it before the other one, or remove it",
            Related = [new RelatedLocation(earlierAt, "the transition that takes it all")],
        };

    public static Diagnostic Unset(SourceLocation at, string datum, string path) =>
        new(DiagnosticDescriptors.UnsetSessionData, at, $"'session.{datum}' is not set on the way {path}")
        {
            Hint = $"set it on every way here, give it a default, or let it be null with '?'",
        };

    public static Diagnostic MemberNotShared(
        SourceLocation at, string member, string lacking, string having, ImmutableArray<RelatedLocation> ways) =>
        new(DiagnosticDescriptors.EventMemberNotShared, at, $"'event.{member}' is not there on every way here: {lacking}")
        {
            Hint = $"narrow it first: if event is {having} {{ … }}",
            Related = ways,
        };

    public static Diagnostic NoEvent(SourceLocation at, string why, ImmutableArray<RelatedLocation> ways) =>
        new(DiagnosticDescriptors.NoEventHere, at, $"there may be no 'event' here: {why}")
        {
            Hint = "keep what is needed in session data, or narrow it first: if event is SomeEvent { … }",
            Related = ways,
        };

    public static Diagnostic AnswerNotAsked(SourceLocation at, string answer, string place) =>
        new(DiagnosticDescriptors.AnswerNotAsked, at, $"nothing in {place} asks for the answer '{answer}'")
        {
            Hint = $"a call asks for it with 'returns {answer}', among the state's statements or in a 'do' that leads to it",
        };

    public static Diagnostic NotWhereVisitEnds(SourceLocation at, string what, string place) =>
        new(DiagnosticDescriptors.NotInLeavingBlock, at, $"{what} cannot stand in {place}: the visit is over there");

    public static Diagnostic RecursiveAction(SourceLocation at, string path) =>
        new(DiagnosticDescriptors.RecursiveAction, at, $"these actions run themselves in a circle: {path}")
        {
            Hint = "an action runs once; let states go round instead",
        };

    public static Diagnostic NotInStart(SourceLocation at, string what) =>
        new(DiagnosticDescriptors.NotInStart, at, $"'{what}' cannot stand in 'start': no session is there yet")
        {
            Hint = "'start' has only transitions on events, to states",
        };

    public static Diagnostic ImpossibleDuration(SourceLocation at, string word) =>
        new(DiagnosticDescriptors.ImpossibleDuration, at, $"the duration of '{word}' is zero, negative or beyond 100 years")
        {
            Hint = "give one from 1ms to 36525d",
        };
}
