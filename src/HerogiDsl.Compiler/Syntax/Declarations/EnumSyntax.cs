using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

// example: enum Plan { Free, Pro }
internal sealed record EnumSyntax(
    Identifier Name,
    ImmutableArray<EnumValueSyntax> Values,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : DeclarationSyntax(Name, Documentation, KeywordSpan, Span);

/// <summary>One value of an enum.</summary>
internal sealed record EnumValueSyntax(Identifier Name, Documentation? Documentation) : SyntaxNode(Name.Span);
