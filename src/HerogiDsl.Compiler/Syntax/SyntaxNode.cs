using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>A piece of the tree that the parser gives: immutable, and knows its place.</summary>
/// <param name="Span">From its first token to the end of its last.</param>
internal abstract record SyntaxNode(TextSpan Span);
