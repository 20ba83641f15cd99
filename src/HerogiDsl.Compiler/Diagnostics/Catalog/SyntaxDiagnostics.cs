using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>What can be wrong with the text itself (HRG0001 to HRG0005).</summary>
internal static class SyntaxDiagnostics
{
    public static Diagnostic Unexpected(SourceLocation at, string message, string? hint = null) =>
        new(DiagnosticDescriptors.UnexpectedText, at, message) { Hint = hint };

    public static Diagnostic Unexpected(
        SourceLocation at, string expected, string? after, string found, string? hint = null) =>
        Unexpected(at, $"expected {expected}{(after is null ? "" : $" after '{after}'")}, found {found}", hint);

    public static Diagnostic TooMany(SourceLocation at, int limit) =>
        Unexpected(at, $"{limit} mistakes in the text of this file are told above, and no more of them", "mend those first");

    public static Diagnostic NotClosed(SourceLocation opening, string what, string closing) =>
        new(DiagnosticDescriptors.NotClosed, opening, $"{what} is not closed") { Hint = $"close it with {closing}" };

    public static Diagnostic Malformed(SourceLocation at, string message, string? hint = null) =>
        new(DiagnosticDescriptors.Malformed, at, message) { Hint = hint };

    public static Diagnostic NotUtf8(SourceLocation at) =>
        new(DiagnosticDescriptors.NotUtf8, at, "this is not UTF-8") { Hint = "save the file as UTF-8" };

    public static Diagnostic TooDeep(SourceLocation at, int limit) =>
        new(DiagnosticDescriptors.TooDeepOrTooLarge, at, $"this is nested deeper than {limit} levels")
        {
            Hint = "move a part of it into session data, an action or a state of its own",
        };

    public static Diagnostic RunsTooDeep(SourceLocation at, string action, int limit) =>
        new(DiagnosticDescriptors.TooDeepOrTooLarge, at, $"'run {action}' is nested deeper than {limit} levels")
        {
            Hint = "run fewer actions within each other",
        };

    public static Diagnostic RunsTooMuch(SourceLocation at, string action, int limit) =>
        new(
            DiagnosticDescriptors.TooDeepOrTooLarge,
            at,
            FormattableString.Invariant($"with 'run {action}' the actions that are run here come to more than {limit} statements"))
        {
            Hint = "each 'run' is a copy of its action's statements: run fewer of them, or send an event to a state that does it",
        };

    public static Diagnostic TooLarge(SourceLocation at) =>
        new(DiagnosticDescriptors.TooDeepOrTooLarge, at, "the file is larger than 4 MiB")
        {
            Hint = "split it: all '.herogi' files of a project are compiled together",
        };
}
