using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>Statements.</content>
internal sealed partial class HandParser
{
    private BlockSyntax ReadBlock()
    {
        var start = _start;
        Expect(TokenKind.OpenBrace);
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        while (!Take(TokenKind.CloseBrace))
            statements.Add(ReadStatement());
        return new BlockSyntax(statements.ToImmutable(), SpanFrom(start));
    }

    // Only blanks stand between a label and its colon.
    private bool IsLabel()
    {
        var at = _end;
        while (At(at) == ' ')
            at++;
        return At(at) == ':' && _kind == TokenKind.Word;
    }

    private StatementSyntax ReadStatement()
    {
        var start = _start;
        if (!IsLabel())
            return ReadUnlabelled(null, start);
        var label = ReadName();
        Next();
        return ReadUnlabelled(label, start);
    }

    private StatementSyntax ReadUnlabelled(Identifier? label, int start)
    {
        var keyword = TokenSpan;
        switch (Word)
        {
            case "set":
                Next();
                var name = ReadName();
                Expect(TokenKind.Assign);
                return new SetSyntax(name, ReadExpression(), keyword, SpanFrom(start));
            case "http":
                Next();
                return ReadHttp(new HttpSyntax(
                    label, ReadMethod(), ReadName(), ReadTemplate(), Take("returns") ? ReadName() : null, [], keyword, default), start);
            case "run":
                Next();
                return new RunSyntax(
                    label, ReadName(), _kind == TokenKind.OpenParenthesis ? ReadArguments() : [], keyword, SpanFrom(start));
            case "email":
                Next();
                return new EmailSyntax(
                    label, ReadName(), Take("returns") ? ReadName() : null, ReadEmailParts(), keyword, SpanFrom(start));
            case "if":
                return ReadIf();
            case "log":
                Next();
                return new LogSyntax(ReadTemplate(), keyword, SpanFrom(start));
            case "fail":
                Next();
                return new FailSyntax(ReadTemplate(), keyword, SpanFrom(start));
            case "send":
                return ReadSend();
            default:
                throw Unexpected();
        }
    }

    private Identifier ReadMethod() => Word switch
    {
        "get" => ReadKeyword("get"),
        "post" => ReadKeyword("post"),
        "put" => ReadKeyword("put"),
        "patch" => ReadKeyword("patch"),
        "delete" => ReadKeyword("delete"),
        "head" => ReadKeyword("head"),
        _ => throw Unexpected(),
    };

    private HttpSyntax ReadHttp(HttpSyntax head, int start)
    {
        if (_kind != TokenKind.OpenBrace)
            return head with { Span = SpanFrom(start) };
        Next();
        var parts = ImmutableArray.CreateBuilder<HttpPartSyntax>();
        while (_kind != TokenKind.CloseBrace)
            parts.Add(ReadHttpPart());
        Next();
        return head with { Parts = parts.ToImmutable(), Span = SpanFrom(start) };
    }

    private HttpPartSyntax ReadHttpPart()
    {
        var start = _start;
        switch (Word)
        {
            case "idempotent":
                return new HttpPartSyntax(ReadKeyword("idempotent"), null, null, SpanFrom(start));
            case "header" or "query" or "form":
                var keyword = ReadKeyword(Is("header") ? "header" : Is("query") ? "query" : "form");
                var name = ReadString();
                Expect(TokenKind.Colon);
                return new HttpPartSyntax(keyword, name, ReadTemplate(), SpanFrom(start));
            case "body":
                return new HttpPartSyntax(ReadKeyword("body"), ReadString(), ReadTemplate(), SpanFrom(start));
            case "json" or "text" or "key":
                var word = ReadKeyword(Is("json") ? "json" : Is("text") ? "text" : "key");
                return new HttpPartSyntax(word, null, ReadTemplate(), SpanFrom(start));
            default:
                throw Unexpected();
        }
    }

    private ImmutableArray<EmailPartSyntax> ReadEmailParts()
    {
        Expect(TokenKind.OpenBrace);
        var parts = ImmutableArray.CreateBuilder<EmailPartSyntax>();
        while (_kind != TokenKind.CloseBrace)
        {
            var start = _start;
            parts.Add(new EmailPartSyntax(ReadName(), ReadTemplate(), SpanFrom(start)));
        }

        Next();
        return parts.ToImmutable();
    }

    private IfSyntax ReadIf()
    {
        var keyword = TokenSpan;
        var branches = ImmutableArray.CreateBuilder<IfBranchSyntax>(1);
        BlockSyntax? otherwise = null;
        do
        {
            Expect("if");
            branches.Add(new IfBranchSyntax(ReadExpression(), ReadBlock()));
            if (!Take("else"))
                break;
            if (!Is("if"))
                otherwise = ReadBlock();
        }
        while (otherwise is null);
        return new IfSyntax(branches.ToImmutable(), otherwise, keyword, SpanFrom(keyword.Start));
    }

    private SendSyntax ReadSend()
    {
        var keyword = TokenSpan;
        Next();
        var name = ReadName();
        var payload = _kind is TokenKind.OpenBrace or TokenKind.OpenParenthesis ? ReadPrimary() : null;
        Identifier? to = Take("to") ? ReadName() : null;
        var receiver = Take("for") ? ReadExpression() : null;
        return new SendSyntax(name, payload, to, receiver, keyword, SpanFrom(keyword.Start));
    }

    private ImmutableArray<ExpressionSyntax> ReadArguments()
    {
        Next();
        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        while (!Take(TokenKind.CloseParenthesis))
        {
            arguments.Add(ReadExpression());
            Take(TokenKind.Comma);
        }

        return arguments.ToImmutable();
    }
}
