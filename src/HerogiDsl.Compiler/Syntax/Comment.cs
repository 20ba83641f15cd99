using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>A comment as it stands in the text, with its slashes.</summary>
internal readonly record struct Comment(string Text, TextSpan Span);
