using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG1010, HRG1011, HRG1012: what a declared name may be.</summary>
internal static class NameRules
{
    // What the members of every C# record are called.
    private static readonly HashSet<string> RecordMembers = new(StringComparer.Ordinal)
    {
        "Clone", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "EqualityContract",
        "PrintMembers", "Finalize", "ReferenceEquals",
    };

    /// <summary>An event, record, enum or its value, connection, scenario or state.</summary>
    public static void CheckPascal(Identifier name, string kind, SourceText text, DiagnosticBag diagnostics)
    {
        if (ReportReserved(name, kind, text, diagnostics))
            return;
        if (HasUnderscores(name.Text) || char.IsLower(Initial(name.Text)))
            diagnostics.Report(NameDiagnostics.Casing(text.Locate(name.Span), kind, name.Text, ToPascal(name.Text)));
    }

    /// <summary>Session data, an aggregate, a parameter, an action or a label.</summary>
    public static void CheckCamel(Identifier name, string kind, SourceText text, DiagnosticBag diagnostics)
    {
        if (!ReportReserved(name, kind, text, diagnostics))
            CheckCamelCasing(name, kind, text, diagnostics);
    }

    /// <summary>A field: any word is a name there.</summary>
    public static void CheckField(Identifier name, bool hasJsonName, SourceText text, DiagnosticBag diagnostics)
    {
        if (!hasJsonName)
            CheckCamelCasing(name, "field", text, diagnostics);
    }

    /// <summary>Whether a record can have a property of that name; tells where it cannot.</summary>
    public static void CheckProperty(Identifier name, string kind, SourceText text, DiagnosticBag diagnostics)
    {
        var property = char.ToUpperInvariant(name.Text[0]) + name.Text.Substring(1);
        if (RecordMembers.Contains(property))
        {
            diagnostics.Report(NameDiagnostics.NotForCSharp(
                text.Locate(name.Span), kind, name.Text, $"every C# record has a member '{property}' of its own"));
        }
    }

    private static void CheckCamelCasing(Identifier name, string kind, SourceText text, DiagnosticBag diagnostics)
    {
        if (HasUnderscores(name.Text) || char.IsUpper(Initial(name.Text)))
            diagnostics.Report(NameDiagnostics.Casing(text.Locate(name.Span), kind, name.Text, ToCamel(name.Text)));
    }

    // A leading underscore is no casing; one between words is another convention.
    private static bool HasUnderscores(string name) => name.TrimStart('_').Contains('_');

    private static char Initial(string name) => name.TrimStart('_') is { Length: > 0 } rest ? rest[0] : '_';

    private static bool ReportReserved(Identifier name, string kind, SourceText text, DiagnosticBag diagnostics)
    {
        if (!SyntaxFacts.Reserved.Contains(name.Text))
            return false;
        diagnostics.Report(NameDiagnostics.Reserved(text.Locate(name.Span), Article(kind), name.Text));
        return true;
    }

    private static string Article(string kind) => ("aeiou".IndexOf(kind[0]) >= 0 ? "an " : "a ") + kind;

    private static string ToPascal(string name)
    {
        var parts = name.Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        return Underscores(name) + string.Concat(parts.Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
    }

    private static string ToCamel(string name)
    {
        var underscores = Underscores(name);
        var words = ToPascal(name).Substring(underscores.Length);
        return underscores + char.ToLowerInvariant(words[0]) + words.Substring(1);
    }

    private static string Underscores(string name) =>
        name.Substring(0, name.Length - name.TrimStart('_').Length);
}
