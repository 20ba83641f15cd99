using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>A name as it stands in the text.</summary>
internal readonly record struct Identifier(string Text, TextSpan Span);
