using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>A type as it is written.</summary>
internal abstract record TypeSyntax(TextSpan Span) : SyntaxNode(Span);

// example: string, Register, Acme.Crm.Created
internal sealed record NamedTypeSyntax(QualifiedNameSyntax Name) : TypeSyntax(Name.Span);

// example: map<string>
internal sealed record MapTypeSyntax(TypeSyntax Element, TextSpan Span) : TypeSyntax(Span);

// example: Created[]
internal sealed record ArrayTypeSyntax(TypeSyntax Element, TextSpan Span) : TypeSyntax(Span);

// example: string?
internal sealed record NullableTypeSyntax(TypeSyntax Inner, TextSpan Span) : TypeSyntax(Span);

/// <summary>A type that could not be read; told already.</summary>
internal sealed record SkippedTypeSyntax(TextSpan Span) : TypeSyntax(Span);
