using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>What stands at the top level of a file.</content>
internal sealed partial class HandParser
{
    private DeclarationSyntax ReadDeclaration() => Word switch
    {
        "record" => ReadRecord(Begin()),
        "enum" => ReadEnum(Begin()),
        "event" => ReadEvent(Begin()),
        "connection" => ReadConnection(Begin()),
        "action" => ReadAction(Begin()),
        "scenario" => ReadScenario(Begin()),
        _ => throw Unexpected(),
    };

    private RecordSyntax ReadRecord(Head head)
    {
        var name = ReadName();
        var fields = ReadFields();
        return new RecordSyntax(name, fields, head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private ImmutableArray<FieldSyntax> ReadFields()
    {
        Expect(TokenKind.OpenBrace);
        var fields = ImmutableArray.CreateBuilder<FieldSyntax>();
        while (!Take(TokenKind.CloseBrace))
            fields.Add(ReadField());
        return fields.ToImmutable();
    }

    private FieldSyntax ReadField()
    {
        var start = _start;
        var documentation = _documentation;
        var name = ReadName();
        var jsonName = Take("as") ? ReadString() : null;
        Expect(TokenKind.Colon);
        var type = ReadType();
        var value = Take(TokenKind.Assign) ? ReadPostfix() : null;
        var field = new FieldSyntax(name, jsonName, type, value, documentation, SpanFrom(start));
        Take(TokenKind.Comma);
        return field;
    }

    private EnumSyntax ReadEnum(Head head)
    {
        var name = ReadName();
        Expect(TokenKind.OpenBrace);
        var values = ImmutableArray.CreateBuilder<EnumValueSyntax>();
        while (!Take(TokenKind.CloseBrace))
        {
            var documentation = _documentation;
            values.Add(new EnumValueSyntax(ReadName(), documentation));
            Take(TokenKind.Comma);
        }

        return new EnumSyntax(name, values.ToImmutable(), head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private EventSyntax ReadEvent(Head head)
    {
        var name = ReadName();
        var origin = Compiler.Syntax.Declarations.EventOrigin.Ordinary;
        TypeSyntax? body = null;
        var fields = ImmutableArray<FieldSyntax>.Empty;
        if (Take("from"))
        {
            if (Take("smtp"))
            {
                origin = Compiler.Syntax.Declarations.EventOrigin.Smtp;
            }
            else
            {
                origin = Compiler.Syntax.Declarations.EventOrigin.Http;
                Expect("http");
                body = Take("as") ? ReadType() : null;
            }
        }
        else if (_kind == TokenKind.OpenBrace)
        {
            fields = ReadFields();
        }

        return new EventSyntax(name, origin, body, fields, head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private ConnectionSyntax ReadConnection(Head head)
    {
        var name = ReadName();
        var isSmtp = Take("smtp");
        Expect(TokenKind.OpenBrace);
        var settings = ImmutableArray.CreateBuilder<SettingSyntax>();
        while (_kind != TokenKind.CloseBrace)
            settings.Add(ReadSetting());
        Next();
        return new ConnectionSyntax(
            name, isSmtp, settings.ToImmutable(), head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private SettingSyntax ReadSetting()
    {
        var start = _start;
        switch (Word)
        {
            case "header":
                var (header, headerName) = (ReadKeyword("header"), ReadString());
                Expect(TokenKind.Colon);
                return new HeaderSettingSyntax(header, headerName, ReadTemplate(), SpanFrom(start));
            case "timeout":
                return new TimeoutSettingSyntax(ReadKeyword("timeout"), ReadDuration(), SpanFrom(start));
            case "retry":
                return ReadRetry(ReadKeyword("retry"));
            case "limit":
                var (limit, count) = (ReadKeyword("limit"), ReadInteger());
                Expect("per");
                return new LimitSettingSyntax(limit, count, ReadDuration(), SpanFrom(start));
            case "parallel":
                return new ParallelSettingSyntax(ReadKeyword("parallel"), ReadInteger(), SpanFrom(start));
            default:
                var word = Is("url") ? "url" : Is("user") ? "user" : "password";
                return new TemplateSettingSyntax(ReadKeyword(word), ReadTemplate(), SpanFrom(start));
        }
    }

    private RetrySettingSyntax ReadRetry(Identifier keyword)
    {
        var count = ReadInteger();
        var causes = ImmutableArray<CauseSyntax>.Empty;
        if (Take("on"))
        {
            var read = ImmutableArray.CreateBuilder<CauseSyntax>();
            do
                read.Add(ReadCause());
            while (Take(TokenKind.Comma));
            causes = read.ToImmutable();
        }

        var every = Take("every") ? ReadDuration() : null;
        return new RetrySettingSyntax(keyword, count, causes, every, SpanFrom(keyword.Span.Start));
    }

    private CauseSyntax ReadCause()
    {
        var start = _start;
        if (_kind == TokenKind.StatusPattern)
        {
            var first = (int)_number * 100;
            Next();
            return new StatusCauseSyntax(first, first + 99, SpanFrom(start));
        }

        if (Take("network"))
            return new NetworkCauseSyntax(SpanFrom(start));
        if (Take("timeout"))
            return new TimeoutCauseSyntax(SpanFrom(start));
        var low = (int)ReadInteger().Value;
        var high = Take(TokenKind.DotDot) ? (int)ReadInteger().Value : low;
        return new StatusCauseSyntax(low, high, SpanFrom(start));
    }

    private IntegerSyntax ReadInteger()
    {
        var integer = new IntegerSyntax(_number, TokenSpan);
        Expect(TokenKind.Int);
        return integer;
    }

    private DurationSyntax ReadDuration()
    {
        var duration = new DurationSyntax(TimeSpan.FromTicks(_number), TokenSpan);
        Expect(TokenKind.Duration);
        return duration;
    }
}
