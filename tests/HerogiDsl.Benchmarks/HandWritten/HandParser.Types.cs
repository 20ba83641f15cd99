using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>Types, qualified names, templates.</content>
internal sealed partial class HandParser
{
    private QualifiedNameSyntax ReadQualifiedName()
    {
        var start = _start;
        var first = ReadName();
        if (_kind != TokenKind.Dot)
            return new QualifiedNameSyntax([first], SpanFrom(start));
        var parts = ImmutableArray.CreateBuilder<Identifier>();
        parts.Add(first);
        while (Take(TokenKind.Dot))
            parts.Add(ReadName());
        return new QualifiedNameSyntax(parts.ToImmutable(), SpanFrom(start));
    }

    private TypeSyntax ReadType()
    {
        var start = _start;
        var type = Is("map") ? ReadMap() : new NamedTypeSyntax(ReadQualifiedName());
        while (Take(TokenKind.OpenBracket))
        {
            Expect(TokenKind.CloseBracket);
            type = new ArrayTypeSyntax(type, SpanFrom(start));
        }

        return Take(TokenKind.Question) ? new NullableTypeSyntax(type, SpanFrom(start)) : type;
    }

    private TypeSyntax ReadMap()
    {
        var start = _start;
        Next();
        Expect(TokenKind.Less);
        var element = ReadType();
        Expect(TokenKind.Greater);
        return new MapTypeSyntax(element, SpanFrom(start));
    }

    // example: "text", """…""", file "find-company.json.scriban"
    private TemplateSyntax ReadTemplate()
    {
        var start = _start;
        return Take("file")
            ? new FileTemplateSyntax(ReadString(), SpanFrom(start))
            : new InlineTemplateSyntax(ReadString());
    }
}
