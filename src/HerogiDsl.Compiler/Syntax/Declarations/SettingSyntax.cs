using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

/// <summary>One line of a connection.</summary>
/// <param name="Keyword">The word that begins it.</param>
internal abstract record SettingSyntax(Identifier Keyword, TextSpan Span) : SyntaxNode(Span);

// example: url "https://api.hubapi.com"     (also: user, password)
internal sealed record TemplateSettingSyntax(Identifier Keyword, TemplateSyntax Value, TextSpan Span)
    : SettingSyntax(Keyword, Span);

// example: header "Authorization": "Bearer {{ secret.token }}"
internal sealed record HeaderSettingSyntax(
    Identifier Keyword, StringLiteral Name, TemplateSyntax Value, TextSpan Span) : SettingSyntax(Keyword, Span);

// example: timeout 10s
internal sealed record TimeoutSettingSyntax(Identifier Keyword, DurationSyntax Value, TextSpan Span)
    : SettingSyntax(Keyword, Span);

// example: retry 5 on 429, 5xx, network every 2s
internal sealed record RetrySettingSyntax(
    Identifier Keyword,
    IntegerSyntax Count,
    ImmutableArray<CauseSyntax> Causes,
    DurationSyntax? Every,
    TextSpan Span) : SettingSyntax(Keyword, Span);

// example: limit 100 per 10s
internal sealed record LimitSettingSyntax(
    Identifier Keyword, IntegerSyntax Count, DurationSyntax Per, TextSpan Span) : SettingSyntax(Keyword, Span);

// example: parallel 16
internal sealed record ParallelSettingSyntax(Identifier Keyword, IntegerSyntax Count, TextSpan Span)
    : SettingSyntax(Keyword, Span);

/// <summary>A whole number in a setting.</summary>
internal readonly record struct IntegerSyntax(long Value, TextSpan Span);

/// <summary>A duration in a setting.</summary>
internal sealed record DurationSyntax(TimeSpan Value, TextSpan Span);

/// <summary>What a retry is made on.</summary>
internal abstract record CauseSyntax(TextSpan Span) : SyntaxNode(Span);

// example: 429, 5xx, 500..503: from First to Last, both included
internal sealed record StatusCauseSyntax(int First, int Last, TextSpan Span) : CauseSyntax(Span);

// example: network
internal sealed record NetworkCauseSyntax(TextSpan Span) : CauseSyntax(Span);

// example: timeout
internal sealed record TimeoutCauseSyntax(TextSpan Span) : CauseSyntax(Span);
