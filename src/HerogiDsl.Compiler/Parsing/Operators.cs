using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Nesting;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>Operators before and between operands.</summary>
internal static class Operators
{
    public static Parser<ExpressionSyntax> LeftAssociative(
        Parser<ExpressionSyntax> operand, Func<Token, BinaryOperator?> operatorAt) =>
        input =>
        {
            var session = ((Token)input).Session;
            var heightBefore = session.Height;
            session.Height = 0;
            var left = operand(input);
            while (left.WasSuccessful && operatorAt(left.Rest()) is { } found)
            {
                var sign = left.Rest();
                var right = operand(sign.Next);
                if (!right.WasSuccessful)
                    return right;
                if (!MayGrow(sign))
                    return Failed<ExpressionSyntax>(sign);
                var span = new Extent((Token)input, right.Rest()).Span;
                left = Done<ExpressionSyntax>(
                    new BinarySyntax(found, left.Value, right.Value, sign.Span, span), right.Remainder);
            }

            session.Height = Math.Max(heightBefore, session.Height);
            return left;
        };

    public static Parser<ExpressionSyntax> Prefixed(UnaryOperator sign, Parser<ExpressionSyntax> operand) =>
        input =>
        {
            var token = (Token)input;
            var result = operand(token.Next);
            if (!result.WasSuccessful)
                return result;
            var span = new Extent(token, result.Rest()).Span;
            return Done(Negated(sign, result.Value, token, span), result.Remainder);
        };

    // The least int is written with a sign, and without it would be too large.
    private static ExpressionSyntax Negated(
        UnaryOperator sign, ExpressionSyntax operand, Token token, Text.TextSpan span) =>
        sign == UnaryOperator.Negate && operand is IntLiteralSyntax { Value: long.MinValue }
            ? new IntLiteralSyntax(long.MinValue, span)
            : new UnarySyntax(sign, operand, token.Span, span);
}
