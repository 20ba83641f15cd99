using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics.Catalog;

/// <summary>HRG4xxx and HRG5xxx: templates, and what leaves.</summary>
internal static class TemplateDiagnostics
{
    public static Diagnostic Syntax(SourceLocation at, string message, string? hint) =>
        new(DiagnosticDescriptors.TemplateSyntax, at, message) { Hint = hint };

    public static Diagnostic Function(SourceLocation at, string message, string? hint) =>
        new(DiagnosticDescriptors.TemplateFunction, at, message) { Hint = hint };

    public static Diagnostic Json(SourceLocation at, string message, string? hint) =>
        new(DiagnosticDescriptors.TemplateJson, at, message) { Hint = hint };

    public static Diagnostic Unescaped(SourceLocation at, string message, string? hint) =>
        new(DiagnosticDescriptors.UnescapedHole, at, message) { Hint = hint };

    public static Diagnostic UnknownMember(
        SourceLocation at, string member, string owner, IReadOnlyCollection<string> members) =>
        new(DiagnosticDescriptors.TemplateMember, at, $"{owner} has no member '{member}'")
        {
            Hint = WayOut.Of(member, members, "its members are", "it has no members"),
        };

    public static Diagnostic UnknownName(SourceLocation at, string name, IReadOnlyCollection<string> names) =>
        new(DiagnosticDescriptors.TemplateMember, at, $"there is no '{name}' in this template")
        {
            Hint = WayOut.Of(name, names, "in scope are", ""),
        };

    public static Diagnostic NotVisible(SourceLocation at, string name, string place, string visible) =>
        new(DiagnosticDescriptors.TemplateMember, at, $"'{name}' cannot be read in {place}")
        {
            Hint = $"{place} sees only {visible}",
        };

    public static Diagnostic FileNotFound(SourceLocation at, string path, string lookedFor) =>
        new(DiagnosticDescriptors.TemplateFile, at, $"there is no template file '{path}'")
        {
            Hint = $"looked for '{lookedFor}' among the project's additional files; the path is relative to the .herogi file",
        };

    public static Diagnostic BracesInPlainString(SourceLocation at) =>
        new(DiagnosticDescriptors.BracesInPlainString, at, "'{{' has no meaning in this string, which is no template")
        {
            Hint = "join strings with '+', or take the braces away",
        };

    public static Diagnostic PathNotRooted(SourceLocation at) =>
        new(DiagnosticDescriptors.PathNotRooted, at, "the path of a call begins with a literal '/' or '?'")
        {
            Hint = "so that no datum can send the connection's credentials to another host",
        };
}
