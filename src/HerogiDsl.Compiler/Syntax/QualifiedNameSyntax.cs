using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

// example: Acme.Onboarding
internal sealed record QualifiedNameSyntax(ImmutableArray<Identifier> Parts, TextSpan Span) : SyntaxNode(Span)
{
    public string Text { get; } = string.Join(".", Parts.Select(part => part.Text));
}
