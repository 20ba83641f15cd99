using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>A template, where the grammar says Template.</summary>
internal abstract record TemplateSyntax(TextSpan Span) : SyntaxNode(Span);

// example: "/crm/{{ session.id }}"
internal sealed record InlineTemplateSyntax(StringLiteral Literal) : TemplateSyntax(Literal.Span);

// example: file "find-company.json.scriban"
internal sealed record FileTemplateSyntax(StringLiteral Path, TextSpan Span) : TemplateSyntax(Span);
