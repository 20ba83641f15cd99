using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Statements;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Lists;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>The statements that may have a label: http, email, run.</summary>
internal static class CallGrammar
{
    // example: returns Saved
    private static readonly Parser<Identifier?> Returns = WhenValue("returns", Name("an event"));

    // example: post
    private static readonly Parser<Identifier> Method = Choice(
        "a method ('get', 'head', 'post', 'put', 'patch' or 'delete')",
        [.. SyntaxFacts.HttpMethods.Select(method => (method, Keyword(method)))]);

    // example: header "Accept": "text/plain"
    private static readonly Func<string, Parser<HttpPartSyntax>> NamedPart = word => Sequence(
        Keyword(word),
        PlainString.Before(Mark(TokenKind.Colon, ":")),
        Template,
        static (at, keyword, name, value) => new HttpPartSyntax(keyword, name, value, at.Span));

    // example: json file "find-company.json.scriban"
    private static readonly Func<string, Parser<HttpPartSyntax>> TemplatePart = word => Sequence(
        Keyword(word), Template, static (at, keyword, value) => new HttpPartSyntax(keyword, null, value, at.Span));

    // example: body "text/csv" "a;b"
    private static readonly Parser<HttpPartSyntax> BodyPart = Sequence(
        Keyword("body"),
        PlainString,
        Template,
        static (at, keyword, type, value) => new HttpPartSyntax(keyword, type, value, at.Span));

    // example: idempotent
    private static readonly Parser<HttpPartSyntax> IdempotentPart = Sequence(
        Keyword("idempotent"), static (at, keyword) => new HttpPartSyntax(keyword, null, null, at.Span));

    private static readonly Parser<HttpPartSyntax> HttpPart = Choice(
        "a part ('header', 'query', 'form', 'json', 'text', 'body', 'idempotent' or 'key')",
        ("header", NamedPart("header")),
        ("query", NamedPart("query")),
        ("form", NamedPart("form")),
        ("json", TemplatePart("json")),
        ("text", TemplatePart("text")),
        ("body", BodyPart),
        ("idempotent", IdempotentPart),
        ("key", TemplatePart("key")));

    // example: { idempotent json "…" }
    private static readonly Parser<ImmutableArray<HttpPartSyntax>> HttpParts =
        Braced(ItemKind.Of("a part", WordRoles.HttpPart), HttpPart);

    // None of the words that begin a part can begin what follows the statement: then the brace is forgotten.
    private static readonly Parser<ImmutableArray<HttpPartSyntax>> OptionalHttpParts = Either(
        token => token.Kind == TokenKind.OpenBrace || token.Begins(WordRoles.HttpPart),
        HttpParts,
        input => Parsed.Done(ImmutableArray<HttpPartSyntax>.Empty, input));

    // example: subject "Welcome"
    private static readonly Parser<EmailPartSyntax> EmailPart = Choice(
        "a part ('from', 'to', 'cc', 'bcc', 'replyTo', 'subject', 'text' or 'html')",
        [.. SyntaxFacts.EmailParts.Select(part => (part, Sequence(
            Keyword(part), Template, static (at, keyword, value) => new EmailPartSyntax(keyword, value, at.Span))))]);

    // example: { from "a@b.c" to "{{ session.email }}" subject "Hi" text "…" }
    private static readonly Parser<ImmutableArray<EmailPartSyntax>> EmailParts =
        Braced(ItemKind.Of("a part", WordRoles.EmailPart), EmailPart);

    // example: ("x", session.count)
    private static readonly Parser<ImmutableArray<ExpressionSyntax>> Arguments =
        Bracketed(Brackets.Passed, ExpressionGrammar.Expression);

    // example: http post HubSpot "/companies" returns Saved { json "…" }
    public static readonly Parser<CallSyntaxBase> Http = Sequence(
        Word("http").Then(Method),
        Name("a connection"),
        Template,
        Returns,
        OptionalHttpParts,
        static (at, method, connection, path, returns, parts) =>
            new HttpSyntax(null, method, connection, path, returns, parts, at.Keyword, at.Span));

    // example: email Mail returns Sent { from "a@b.c" … }
    public static readonly Parser<CallSyntaxBase> Email = Sequence(
        Word("email").Then(Name("a connection")),
        Returns,
        EmailParts,
        static (at, connection, returns, parts) =>
            new EmailSyntax(null, connection, returns, parts, at.Keyword, at.Span));

    // example: run associate("x")
    public static readonly Parser<CallSyntaxBase> Run = Sequence(
        Word("run").Then(Name("an action")),
        If(TokenKind.OpenParenthesis, Arguments, []),
        static (at, action, arguments) => new RunSyntax(null, action, arguments, at.Keyword, at.Span));

    // example: addNewCompany: http post HubSpot "/companies" returns Saved
    public static readonly Parser<CallSyntaxBase> Labelled = Sequence(
        PrimaryGrammar.AnyName("a label").Before(Mark(TokenKind.Colon, ":")),
        Choice("'http', 'email' or 'run'", ("http", Http), ("email", Email), ("run", Run)),
        static (at, label, call) => call with { Label = label, Span = at.Span });
}
