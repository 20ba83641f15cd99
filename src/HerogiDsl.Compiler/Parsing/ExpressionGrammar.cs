using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Nesting;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;
using static HerogiDsl.Compiler.Parsing.Operators;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>Expressions, from those that bind tightest to those that bind least.</summary>
internal static class ExpressionGrammar
{
    // example: -session.count
    public static readonly Parser<ExpressionSyntax> Unary = Either(
        token => token.Kind == TokenKind.Minus,
        Prefixed(UnaryOperator.Negate, Nested<ExpressionSyntax>(DeferredUnary)),
        PostfixGrammar.Postfix);

    // example: a * b / c % d
    public static readonly Parser<ExpressionSyntax> Product = LeftAssociative(
        Unary,
        token => token.Kind switch
        {
            TokenKind.Star => BinaryOperator.Multiply,
            TokenKind.Slash => BinaryOperator.Divide,
            TokenKind.Percent => BinaryOperator.Remainder,
            _ => null,
        });

    // example: a + b - c
    public static readonly Parser<ExpressionSyntax> Sum = LeftAssociative(
        Product,
        token => token.Kind switch
        {
            TokenKind.Plus => BinaryOperator.Add,
            TokenKind.Minus => BinaryOperator.Subtract,
            _ => null,
        });

    // example: a ?? b ?? c
    public static readonly Parser<ExpressionSyntax> Coalesce = LeftAssociative(
        Sum, token => token.Kind == TokenKind.QuestionQuestion ? BinaryOperator.Coalesce : null);

    // example: a == b, a not in 1..5, a matches "x", a is not null
    public static readonly Parser<ExpressionSyntax> Compare = ComparisonGrammar.Comparison(Coalesce);

    // example: not a
    public static readonly Parser<ExpressionSyntax> Not = Either(
        token => token.Is("not"),
        Prefixed(UnaryOperator.Not, Nested<ExpressionSyntax>(DeferredNot)),
        Compare);

    // example: a and b and c
    public static readonly Parser<ExpressionSyntax> And =
        LeftAssociative(Not, token => token.Is("and") ? BinaryOperator.And : null);

    // example: a or b or c
    public static readonly Parser<ExpressionSyntax> Or =
        LeftAssociative(And, token => token.Is("or") ? BinaryOperator.Or : null);

    // example: if a then b else c
    public static readonly Parser<ExpressionSyntax> Conditional = Nested(Sequence(
        Word("if").Then<Token, ExpressionSyntax>(Deferred),
        Word("then").Then<Token, ExpressionSyntax>(Deferred),
        Word("else").Then<Token, ExpressionSyntax>(Deferred),
        static (at, condition, then, otherwise) =>
            new ConditionalSyntax(condition, then, otherwise, at.Span)));

    // example: if a then b else c, a or b
    public static readonly Parser<ExpressionSyntax> Expression = Either(token => token.Is("if"), Conditional, Or);

    /// <summary>An expression, for those of which expressions are made.</summary>
    public static IResult<ExpressionSyntax> Deferred(IInput input) => Expression(input);

    private static IResult<ExpressionSyntax> DeferredUnary(IInput input) => Unary(input);

    private static IResult<ExpressionSyntax> DeferredNot(IInput input) => Not(input);
}
