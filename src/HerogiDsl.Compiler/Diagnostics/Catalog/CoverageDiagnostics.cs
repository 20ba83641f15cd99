using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>HRG3xxx that warn: what is forgotten, never used, or goes round for ever.</summary>
internal static class CoverageDiagnostics
{
    public static Diagnostic Unreachable(SourceLocation at, string kind, string name, string scenario) =>
        new(DiagnosticDescriptors.UnreachableState, at, $"nothing leads to {kind} '{name}' of scenario '{scenario}'")
        {
            Hint = $"lead a transition there ('-> {name}'), or remove it",
        };

    public static Diagnostic DeadEnd(SourceLocation at, string name) =>
        new(DiagnosticDescriptors.DeadEnd, at, $"no transition leads out of state '{name}'")
        {
            Hint = $"if the scenario is over there, write 'end {name}'; otherwise say what leads on",
        };

    public static Diagnostic UnhandledOutcome(SourceLocation at, string state, string answer, string remaining) =>
        new(
            DiagnosticDescriptors.UnhandledOutcome,
            at,
            $"state '{state}' does not handle every outcome of '{answer}': {remaining} remain")
        {
            Hint = $"say what becomes of them; 'on {answer} -> stay' takes all that is left",
        };

    public static Diagnostic NotAwaited(SourceLocation at, string answer, string state) =>
        new(DiagnosticDescriptors.AnswerNotAwaited, at, $"state '{state}' asks for the answer '{answer}', and nothing waits for it")
        {
            Hint = $"take it with 'on {answer} …' in the state or in 'anywhere', or ask without 'returns'",
        };

    public static Diagnostic Ambiguous(
        SourceLocation at, string answer, string state, ImmutableArray<RelatedLocation> statements) =>
        new(
            DiagnosticDescriptors.AmbiguousAnswer,
            at,
            $"several statements of state '{state}' return '{answer}', and this does not say which")
        {
            Hint = $"label the statements, and write 'on {answer} from label'",
            Related = statements,
        };

    public static Diagnostic InstantLoop(SourceLocation at, string @event, string path) =>
        new(DiagnosticDescriptors.InstantLoop, at, $"'{@event}' leads round for ever, at once: {path}")
        {
            Hint = "guard a transition, put the 'send' under a condition, or wait with 'after'",
        };

    public static Diagnostic AnswerLoop(SourceLocation at, string path) =>
        new(DiagnosticDescriptors.AnswerLoop, at, $"these states go round for ever on answers alone: {path}")
        {
            Hint = "give one of them a way out, a timer or an ordinary event",
        };

    public static Diagnostic NeverRead(SourceLocation at, string datum) =>
        new(DiagnosticDescriptors.SessionDataNeverRead, at, $"'session.{datum}' is set and never read")
        {
            Hint = "remove it, or say with a line '/// @output' that the application reads it",
        };

    public static Diagnostic SilentlyIgnored(SourceLocation at, string state, IReadOnlyCollection<string> events) =>
        new(
            DiagnosticDescriptors.SilentlyIgnoredEvent,
            at,
            $"state '{state}' silently ignores {WayOut.List(events)}, which other states take")
        {
            Hint = $"write 'defer {string.Join(", ", events)}' to keep them for a later state,"
                + $" or 'ignore {string.Join(", ", events)}'",
        };

    public static Diagnostic UnknownNotTold(SourceLocation at, string method, string answer, string state) =>
        new(
            DiagnosticDescriptors.UnknownOutcomeNotTold,
            at,
            $"this '{method}' may end unknown (sent, and no answer), and state '{state}' does not tell that apart")
        {
            Hint = $"add 'on {answer} when event.unknown …', or let the call be repeated with 'idempotent' or 'key'",
        };

    public static Diagnostic UselessDefer(SourceLocation at, string word, string @event, string why) =>
        new(DiagnosticDescriptors.UselessDefer, at, $"'{word} {@event}' does nothing: {why}") { Hint = "remove it" };

    public static Diagnostic Strands(SourceLocation at, string state, string answer, string outcomes) =>
        new(
            DiagnosticDescriptors.FailedAnswerStrands,
            at,
            $"a failed '{answer}' ({outcomes}) leaves sessions in state '{state}' for good")
        {
            Hint = "add a timer ('after 1h -> …'), or a transition that leads out",
        };

    public static Diagnostic Unused(SourceLocation at, string kind, string name) =>
        new(DiagnosticDescriptors.UnusedDeclaration, at, $"nothing mentions {kind} '{name}'") { Hint = "remove it, or use it" };

    public static Diagnostic NullHole(SourceLocation at, string place) =>
        new(DiagnosticDescriptors.NullHole, at, $"this value may be null, and {place} cannot do without one")
        {
            Hint = "give a value for that case with '??', or put it under an 'if'",
        };

    public static Diagnostic PlainHttp(SourceLocation at, string url) =>
        new(DiagnosticDescriptors.PlainHttp, at, $"'{url}' is not encrypted: what is sent can be read on the way")
        {
            Hint = "use https://",
        };

    public static Diagnostic Credential(SourceLocation at, string what) =>
        new(DiagnosticDescriptors.CredentialInSource, at, $"{what} looks like a credential written into the source")
        {
            Hint = "read it from the configuration: {{ secret.someName }}",
        };
}
