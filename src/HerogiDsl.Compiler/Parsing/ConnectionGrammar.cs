using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Declarations;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Lists;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>Connections and their settings.</summary>
internal static class ConnectionGrammar
{
    private const string ExpectedCause = "a cause (a status such as 429, 5xx or 500..503, 'network' or 'timeout')";

    // example: url "{{ config.hubSpotUrl }}"
    private static Parser<SettingSyntax> TemplateSetting(string word) => Sequence(
        Keyword(word), Template, static (at, keyword, value) => new TemplateSettingSyntax(keyword, value, at.Span));

    // example: header "Authorization": "Bearer {{ secret.token }}"
    private static readonly Parser<SettingSyntax> Header = Sequence(
        Keyword("header"),
        PlainString.Before(Mark(TokenKind.Colon, ":")),
        Template,
        static (at, keyword, name, value) => new HeaderSettingSyntax(keyword, name, value, at.Span));

    // example: timeout 10s
    private static readonly Parser<SettingSyntax> Timeout = Sequence(
        Keyword("timeout"), Duration, static (at, keyword, value) => new TimeoutSettingSyntax(keyword, value, at.Span));

    // example: 500..503
    private static readonly Parser<CauseSyntax> StatusCause = Sequence(
        Integer,
        If(TokenKind.DotDot, Mark(TokenKind.DotDot, "..").Then(Integer), default),
        static (at, first, last) => new StatusCauseSyntax(
            Status(first), last.Span.Length == 0 ? Status(first) : Status(last), at.Span));

    // example: network
    private static readonly Parser<CauseSyntax> NamedCause = Choice<CauseSyntax>(
        ExpectedCause,
        ("network", Sequence(Word("network"), static (at, _) => new NetworkCauseSyntax(at.Span))),
        ("timeout", Sequence(Word("timeout"), static (at, _) => new TimeoutCauseSyntax(at.Span))));

    // example: 429, 5xx, 500..503, network, timeout
    private static readonly Parser<CauseSyntax> Cause =
        input => (Token)input switch
        {
            { Kind: TokenKind.Int } => StatusCause(input),
            { Kind: TokenKind.StatusPattern, Value: int hundreds } token =>
                Done<CauseSyntax>(new StatusCauseSyntax(hundreds * 100, hundreds * 100 + 99, token.Span), token.Next),
            { Kind: TokenKind.Malformed } token =>
                Done<CauseSyntax>(new StatusCauseSyntax(500, 599, token.Span), token.Next),
            _ => NamedCause(input),
        };

    // example: on 429, 5xx, network
    private static readonly Parser<ImmutableArray<CauseSyntax>> Causes = Either(
        token => token.Is("on"), Word("on").Then(Separated(Cause)), input => Done(ImmutableArray<CauseSyntax>.Empty, input));

    // example: retry 5 on 429, 5xx, network every 2s
    private static readonly Parser<SettingSyntax> Retry = Sequence(
        Keyword("retry"),
        Integer,
        Causes,
        When("every", Duration),
        static (at, keyword, count, causes, every) =>
            new RetrySettingSyntax(keyword, count, causes, every, at.Span));

    // example: limit 100 per 10s
    private static readonly Parser<SettingSyntax> Limit = Sequence(
        Keyword("limit"),
        Integer,
        Word("per").Then(Duration),
        static (at, keyword, count, per) => new LimitSettingSyntax(keyword, count, per, at.Span));

    // example: parallel 16
    private static readonly Parser<SettingSyntax> Parallel = Sequence(
        Keyword("parallel"), Integer, static (at, keyword, count) => new ParallelSettingSyntax(keyword, count, at.Span));

    // example: { url "https://api.hubapi.com" timeout 10s }
    private static readonly Parser<ImmutableArray<SettingSyntax>> Settings = Braced(
        ItemKind.Of("a setting", WordRoles.Setting),
        Choice(
            "a setting ('url', 'header', 'timeout', 'user', 'password', 'retry', 'limit' or 'parallel')",
            ("url", TemplateSetting("url")),
            ("header", Header),
            ("timeout", Timeout),
            ("user", TemplateSetting("user")),
            ("password", TemplateSetting("password")),
            ("retry", Retry),
            ("limit", Limit),
            ("parallel", Parallel)));

    // example: connection Mail smtp { url "{{ config.mailUrl }}" }
    public static readonly Parser<DeclarationSyntax> Connection = Sequence(
        Word("connection").Then(Name("the name of the connection")),
        Whether("smtp"),
        Settings,
        static (at, name, isSmtp, settings) =>
            new ConnectionSyntax(name, isSmtp, settings, at.Documentation, at.Keyword, at.Span));

    // A number that is no status at all is the binder's affair; here it only must not overflow.
    private static int Status(IntegerSyntax value) => (int)Math.Min(value.Value, int.MaxValue);
}
