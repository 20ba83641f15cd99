using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>Expressions, by the levels of their operators.</content>
internal sealed partial class HandParser
{
    private const int NotLevel = 3;
    private const int ComparisonLevel = 4;

    private ExpressionSyntax ReadExpression()
    {
        if (!Is("if"))
            return ReadBinary(1);
        var start = _start;
        Next();
        var condition = ReadExpression();
        Expect("then");
        var then = ReadExpression();
        Expect("else");
        return new ConditionalSyntax(condition, then, ReadExpression(), SpanFrom(start));
    }

    private ExpressionSyntax ReadBinary(int least)
    {
        var start = _start;
        var left = least <= NotLevel && Is("not") ? ReadPrefixed(UnaryOperator.Not) : ReadUnary();
        while (true)
        {
            var (sign, level) = OperatorAt();
            if (level == 0 || level < least)
                return left;
            if (level == ComparisonLevel)
            {
                left = ReadComparison(start, left, sign);
                continue;
            }

            var span = TokenSpan;
            Next();
            var right = ReadBinary(level + 1);
            left = new BinarySyntax(sign, left, right, span, SpanFrom(start));
        }
    }

    private (BinaryOperator Operator, int Level) OperatorAt() => _kind switch
    {
        TokenKind.Word => Word switch
        {
            "or" => (BinaryOperator.Or, 1),
            "and" => (BinaryOperator.And, 2),
            "is" or "in" or "matches" or "not" => (default, ComparisonLevel),
            _ => default,
        },
        TokenKind.Equal => (BinaryOperator.Equal, ComparisonLevel),
        TokenKind.NotEqual => (BinaryOperator.NotEqual, ComparisonLevel),
        TokenKind.Less => (BinaryOperator.Less, ComparisonLevel),
        TokenKind.LessOrEqual => (BinaryOperator.LessOrEqual, ComparisonLevel),
        TokenKind.Greater => (BinaryOperator.Greater, ComparisonLevel),
        TokenKind.GreaterOrEqual => (BinaryOperator.GreaterOrEqual, ComparisonLevel),
        TokenKind.QuestionQuestion => (BinaryOperator.Coalesce, 5),
        TokenKind.Plus => (BinaryOperator.Add, 6),
        TokenKind.Minus => (BinaryOperator.Subtract, 6),
        TokenKind.Star => (BinaryOperator.Multiply, 7),
        TokenKind.Slash => (BinaryOperator.Divide, 7),
        TokenKind.Percent => (BinaryOperator.Remainder, 7),
        _ => default,
    };

    private ExpressionSyntax ReadComparison(int start, ExpressionSyntax left, BinaryOperator sign)
    {
        var span = TokenSpan;
        if (_kind != TokenKind.Word)
        {
            Next();
            var right = ReadBinary(ComparisonLevel + 1);
            return new BinarySyntax(sign, left, right, span, SpanFrom(start));
        }

        if (Take("is"))
        {
            var isNotOf = Take("not");
            Identifier? type = Take("null") ? null : ReadName();
            return new IsSyntax(left, isNotOf, type, SpanFrom(start));
        }

        var isNot = Take("not");
        if (Take("matches"))
            return new MatchesSyntax(left, isNot, ReadString(), SpanFrom(start));
        Expect("in");
        return ReadIn(start, left, isNot);
    }

    private ExpressionSyntax ReadIn(int start, ExpressionSyntax left, bool isNot)
    {
        if (_kind == TokenKind.StatusPattern)
        {
            var (first, span) = ((int)_number * 100, TokenSpan);
            Next();
            return new InStatusSyntax(left, isNot, first, first + 99, span, SpanFrom(start));
        }

        var low = ReadBinary(ComparisonLevel + 1);
        return Take(TokenKind.DotDot)
            ? new InRangeSyntax(left, isNot, low, ReadBinary(ComparisonLevel + 1), SpanFrom(start))
            : new InListSyntax(left, isNot, low, SpanFrom(start));
    }

    private ExpressionSyntax ReadUnary() =>
        _kind == TokenKind.Minus ? ReadPrefixed(UnaryOperator.Negate) : ReadPostfix();

    private ExpressionSyntax ReadPrefixed(UnaryOperator sign)
    {
        var span = TokenSpan;
        Next();
        var operand = sign == UnaryOperator.Not ? ReadBinary(NotLevel) : ReadUnary();
        return new UnarySyntax(sign, operand, span, SpanFrom(span.Start));
    }

    private ExpressionSyntax ReadPostfix()
    {
        var start = _start;
        var value = ReadPrimary();
        while (true)
        {
            if (_kind is TokenKind.Dot or TokenKind.QuestionDot)
            {
                var isConditional = _kind == TokenKind.QuestionDot;
                Next();
                value = new MemberAccessSyntax(value, ReadName(), isConditional, SpanFrom(start));
            }
            else if (Take(TokenKind.OpenBracket))
            {
                var index = ReadExpression();
                Expect(TokenKind.CloseBracket);
                value = new ElementAccessSyntax(value, index, SpanFrom(start));
            }
            else
            {
                return value;
            }
        }
    }
}
