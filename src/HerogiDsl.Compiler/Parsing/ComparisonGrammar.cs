using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What compares; a comparison is not compared again.</summary>
internal static class ComparisonGrammar
{
    // example: a == b, a not in 1..5, a matches "x", a is not null
    public static Parser<ExpressionSyntax> Comparison(Parser<ExpressionSyntax> operand) =>
        input =>
        {
            var left = operand(input);
            if (!left.WasSuccessful || !IsComparison(left.Rest()))
                return left;
            var result = Compared((Token)input, left, operand);
            return result.WasSuccessful && IsComparison(result.Rest())
                ? Unexpected<ExpressionSyntax>(
                    result.Rest(), "the end of the comparison", "comparisons do not chain: join two with 'and'")
                : result;
        };

    private static IResult<ExpressionSyntax> Compared(
        Token start, IResult<ExpressionSyntax> left, Parser<ExpressionSyntax> operand)
    {
        var sign = left.Rest();
        if (OperatorAt(sign) is not null)
            return Binary(start, left.Value, operand, sign);
        if (sign.Is("is"))
            return Is(start, left.Value, sign.Next);
        var isNot = sign.Is("not");
        var word = isNot ? sign.Next : sign;
        if (word.Is("matches"))
            return Matches(start, left.Value, isNot, word.Next);
        return word.Next.Kind == TokenKind.StatusPattern
            ? InStatus(start, left.Value, isNot, word.Next)
            : In(start, left, isNot, operand);
    }

    private static bool IsComparison(Token token) =>
        OperatorAt(token) is not null || token.Is("is") || token.Is("in") || token.Is("matches")
        || (token.Is("not") && (token.Next.Is("in") || token.Next.Is("matches")));

    private static BinaryOperator? OperatorAt(Token token) => token.Kind switch
    {
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    // example: event.statusCode == 409
    private static IResult<ExpressionSyntax> Binary(
        Token start, ExpressionSyntax left, Parser<ExpressionSyntax> operand, Token sign)
    {
        var right = operand(sign.Next);
        return right.WasSuccessful && OperatorAt(sign) is { } found
            ? Done<ExpressionSyntax>(
                new BinarySyntax(found, left, right.Value, sign.Span, Upto(start, right.Rest())), right.Remainder)
            : right;
    }

    // example: event.statusCode in 5xx
    private static IResult<ExpressionSyntax> InStatus(Token start, ExpressionSyntax value, bool isNot, Token pattern)
    {
        var first = pattern.Value is int hundreds ? hundreds * 100 : 0;
        return Done<ExpressionSyntax>(
            new InStatusSyntax(value, isNot, first, first + 99, pattern.Span, Upto(start, pattern.Next)),
            pattern.Next);
    }

    // example: session.plan in [Plan.Free, Plan.Pro], session.count in 1..5
    private static IResult<ExpressionSyntax> In(
        Token start, IResult<ExpressionSyntax> value, bool isNot, Parser<ExpressionSyntax> operand)
    {
        var low = operand(isNot ? value.Rest().Next.Next : value.Rest().Next);
        if (!low.WasSuccessful)
            return low;
        if (low.Rest().Kind != TokenKind.DotDot)
        {
            return Done<ExpressionSyntax>(
                new InListSyntax(value.Value, isNot, low.Value, Upto(start, low.Rest())), low.Remainder);
        }

        var high = operand(low.Rest().Next);
        return high.WasSuccessful
            ? Done<ExpressionSyntax>(
                new InRangeSyntax(value.Value, isNot, low.Value, high.Value, Upto(start, high.Rest())),
                high.Remainder)
            : high;
    }

    // example: event.email matches "@acme\\.io$"
    private static IResult<ExpressionSyntax> Matches(Token start, ExpressionSyntax value, bool isNot, Token at)
    {
        var pattern = PlainString(at);
        return pattern.WasSuccessful
            ? Done<ExpressionSyntax>(
                new MatchesSyntax(value, isNot, pattern.Value, Upto(start, pattern.Rest())), pattern.Remainder)
            : Failed<ExpressionSyntax>(at);
    }

    // example: event is not Register, session.x is null
    private static IResult<ExpressionSyntax> Is(Token start, ExpressionSyntax value, Token at)
    {
        var isNot = at.Is("not");
        var name = isNot ? at.Next : at;
        if (!name.IsPlausibleName())
            return Unexpected<ExpressionSyntax>(name, isNot ? "an event or 'null'" : "an event, 'null' or 'not'");
        Identifier? type = name.Is("null") ? null : name.Identifier;
        return Done<ExpressionSyntax>(new IsSyntax(value, isNot, type, Upto(start, name.Next)), name.Next);
    }

    private static Text.TextSpan Upto(Token start, Token next) => new Extent(start, next).Span;
}
