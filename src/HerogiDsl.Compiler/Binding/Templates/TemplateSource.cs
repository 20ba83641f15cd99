using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>A template's text, and where each character of it stands.</summary>
/// <param name="Literal">The string that holds it; null for a file of its own.</param>
internal sealed record TemplateSource(string Value, SourceText Text, StringLiteral? Literal)
{
    public TextSpan Locate(TemplateSpan span) =>
        Literal?.Locate(span.Start, span.Length) ?? new TextSpan(span.Start, span.Length);

    public SourceLocation LocateIn(TemplateSpan span) => Text.Locate(Locate(span));

    /// <summary>The offset in the file of the first character.</summary>
    public int Start => Literal is null ? 0 : Literal.Runs.Length > 0 ? Literal.Runs[0].SourceStart : Literal.Span.Start;

    /// <summary>The columns before each further line.</summary>
    public int Indent => Literal is { IsRaw: true } ? Text.GetPosition(Start).Column : 0;
}
