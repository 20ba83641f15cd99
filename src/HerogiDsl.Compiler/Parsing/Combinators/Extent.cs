using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>The tokens of which a node is made.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Next">The token after its last.</param>
internal readonly record struct Extent(Token First, Token Next)
{
    public TextSpan Span => TextSpan.FromBounds(First.Span.Start, Next.Previous?.Span.End ?? First.Span.Start);

    /// <summary>The place of the word that begins it.</summary>
    public TextSpan Keyword => First.Span;

    public Documentation? Documentation => First.Session.DocumentationOf(First);
}
