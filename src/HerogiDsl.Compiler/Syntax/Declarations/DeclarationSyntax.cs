using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

/// <summary>What stands at the top level of a file.</summary>
/// <param name="KeywordSpan">The place of the word that begins it.</param>
internal abstract record DeclarationSyntax(
    Identifier Name, Documentation? Documentation, TextSpan KeywordSpan, TextSpan Span) : SyntaxNode(Span);
