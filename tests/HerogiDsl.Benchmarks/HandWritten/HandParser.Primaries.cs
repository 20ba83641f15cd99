using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>The values of which expressions are made.</content>
internal sealed partial class HandParser
{
    private ExpressionSyntax ReadPrimary()
    {
        var span = TokenSpan;
        switch (_kind)
        {
            case TokenKind.Word:
                return ReadWord(span);
            case TokenKind.String:
                return new StringLiteralSyntax(ReadString());
            case TokenKind.Int:
                return Read(new IntLiteralSyntax(_number, span));
            case TokenKind.Decimal:
                return Read(new DecimalLiteralSyntax(_decimal, span));
            case TokenKind.Duration:
                return Read(new DurationLiteralSyntax(TimeSpan.FromTicks(_number), span));
            case TokenKind.OpenParenthesis:
                Next();
                var inner = ReadExpression();
                Expect(TokenKind.CloseParenthesis);
                return new ParenthesizedSyntax(inner, SpanFrom(span.Start));
            case TokenKind.OpenBracket:
                return ReadList(span.Start);
            case TokenKind.OpenBrace:
                return ReadObject(span.Start);
            default:
                throw Unexpected();
        }
    }

    private ExpressionSyntax Read(ExpressionSyntax literal)
    {
        Next();
        return literal;
    }

    private ExpressionSyntax ReadWord(TextSpan span)
    {
        switch (Word)
        {
            case "true":
                return Read(new BoolLiteralSyntax(true, span));
            case "false":
                return Read(new BoolLiteralSyntax(false, span));
            case "null":
                return Read(new NullLiteralSyntax(span));
            default:
                var name = ReadName();
                return _kind == TokenKind.OpenParenthesis
                    ? new CallSyntax(name, ReadArguments(), SpanFrom(span.Start))
                    : new NameSyntax(name);
        }
    }

    private ListSyntax ReadList(int start)
    {
        Next();
        var items = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        while (!Take(TokenKind.CloseBracket))
        {
            items.Add(ReadExpression());
            Take(TokenKind.Comma);
        }

        return new ListSyntax(items.ToImmutable(), SpanFrom(start));
    }

    private ObjectSyntax ReadObject(int start)
    {
        Next();
        var fields = ImmutableArray.CreateBuilder<ObjectFieldSyntax>();
        while (!Take(TokenKind.CloseBrace))
        {
            var name = ReadName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldSyntax(name, ReadExpression()));
            Take(TokenKind.Comma);
        }

        return new ObjectSyntax(fields.ToImmutable(), SpanFrom(start));
    }
}
