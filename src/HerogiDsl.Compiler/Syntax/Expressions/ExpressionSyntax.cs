using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Expressions;

/// <summary>What gives a value.</summary>
internal abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>An expression that could not be read; told already.</summary>
internal sealed record SkippedExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

// example: 42
internal sealed record IntLiteralSyntax(long Value, TextSpan Span) : ExpressionSyntax(Span);

// example: 3.5
internal sealed record DecimalLiteralSyntax(decimal Value, TextSpan Span) : ExpressionSyntax(Span);

// example: "text"
internal sealed record StringLiteralSyntax(StringLiteral Literal) : ExpressionSyntax(Literal.Span);

// example: 1h30m
internal sealed record DurationLiteralSyntax(TimeSpan Value, TextSpan Span) : ExpressionSyntax(Span);

// example: true
internal sealed record BoolLiteralSyntax(bool Value, TextSpan Span) : ExpressionSyntax(Span);

// example: null
internal sealed record NullLiteralSyntax(TextSpan Span) : ExpressionSyntax(Span);

// example: event, session, meta, config, secret, a parameter, the enum before its point
internal sealed record NameSyntax(Identifier Name) : ExpressionSyntax(Name.Span);

// example: event.body, event.body?.id
internal sealed record MemberAccessSyntax(
    ExpressionSyntax Target, Identifier Name, bool IsConditional, TextSpan Span) : ExpressionSyntax(Span);

// example: event.body.results[0]
internal sealed record ElementAccessSyntax(ExpressionSyntax Target, ExpressionSyntax Index, TextSpan Span)
    : ExpressionSyntax(Span);

// example: length(event.body.results)
internal sealed record CallSyntax(Identifier Function, ImmutableArray<ExpressionSyntax> Arguments, TextSpan Span)
    : ExpressionSyntax(Span);

// example: (a + b)
internal sealed record ParenthesizedSyntax(ExpressionSyntax Inner, TextSpan Span) : ExpressionSyntax(Span);

// example: not a, -a
internal sealed record UnarySyntax(UnaryOperator Operator, ExpressionSyntax Operand, TextSpan OperatorSpan, TextSpan Span)
    : ExpressionSyntax(Span);

// example: a + b, a == b, a ?? b, a and b
internal sealed record BinarySyntax(
    BinaryOperator Operator,
    ExpressionSyntax Left,
    ExpressionSyntax Right,
    TextSpan OperatorSpan,
    TextSpan Span) : ExpressionSyntax(Span);

// example: a not in [1, 2]
internal sealed record InListSyntax(ExpressionSyntax Value, bool IsNot, ExpressionSyntax List, TextSpan Span)
    : ExpressionSyntax(Span);

// example: a in 1..5
internal sealed record InRangeSyntax(
    ExpressionSyntax Value, bool IsNot, ExpressionSyntax Low, ExpressionSyntax High, TextSpan Span)
    : ExpressionSyntax(Span);

// example: event.statusCode in 5xx: from First to Last, both included
internal sealed record InStatusSyntax(
    ExpressionSyntax Value, bool IsNot, int First, int Last, TextSpan PatternSpan, TextSpan Span)
    : ExpressionSyntax(Span);

// example: event.email matches "@acme\\.io$"
internal sealed record MatchesSyntax(ExpressionSyntax Value, bool IsNot, StringLiteral Pattern, TextSpan Span)
    : ExpressionSyntax(Span);

// example: event is Register, session.x is not null      (Event is null for `null`)
internal sealed record IsSyntax(ExpressionSyntax Value, bool IsNot, Identifier? Event, TextSpan Span)
    : ExpressionSyntax(Span);

// example: if a then b else c
internal sealed record ConditionalSyntax(
    ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else, TextSpan Span) : ExpressionSyntax(Span);

// example: { email: event.email, plan: Plan.Free }
internal sealed record ObjectSyntax(ImmutableArray<ObjectFieldSyntax> Fields, TextSpan Span) : ExpressionSyntax(Span);

/// <summary>One field of an object literal.</summary>
internal sealed record ObjectFieldSyntax(Identifier Name, ExpressionSyntax Value);

// example: [1, 2, 3]
internal sealed record ListSyntax(ImmutableArray<ExpressionSyntax> Items, TextSpan Span) : ExpressionSyntax(Span);
