using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

// example: action associate { http put HubSpot "/…" returns Associated }
// example: action score(customer: string) extern returns Scored
internal sealed record ActionSyntax(
    Identifier Name,
    ImmutableArray<ParameterSyntax> Parameters,
    ActionBodySyntax Body,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : DeclarationSyntax(Name, Documentation, KeywordSpan, Span);

/// <summary>What an action does.</summary>
internal abstract record ActionBodySyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Statements in braces.</summary>
internal sealed record BlockActionBodySyntax(BlockSyntax Block) : ActionBodySyntax(Block.Span);

/// <summary>A method of the application.</summary>
internal sealed record ExternActionBodySyntax(Identifier? Returns, TextSpan Span) : ActionBodySyntax(Span);

// example: customer: string
internal sealed record ParameterSyntax(Identifier Name, TypeSyntax Type, TextSpan Span) : SyntaxNode(Span);
