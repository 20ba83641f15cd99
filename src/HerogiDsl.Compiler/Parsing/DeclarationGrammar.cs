using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What stands at the top level of a file.</summary>
internal static class DeclarationGrammar
{
    // example: = "unknown"
    private static readonly Parser<ExpressionSyntax?> Default = When(
        TokenKind.Assign, Recovered(LiteralGrammar.Literal, EndsField));

    // example: companyName as "company_name": string = "unknown"
    public static readonly Parser<FieldSyntax> Field = Sequence(
        PrimaryGrammar.AnyName(ItemKind.Field.Name),
        When("as", PlainString),
        TypeGrammar.TypeOf,
        Default,
        If(TokenKind.Comma, Mark(TokenKind.Comma, ","), null),
        static (at, name, jsonName, type, value, comma) => new FieldSyntax(
            name, jsonName, type, value, at.Documentation,
            comma is null ? at.Span : new Extent(at.First, comma).Span));

    // example: { email: string, count: int = 0 }
    private static readonly Parser<ImmutableArray<FieldSyntax>> Fields = Braced(ItemKind.Field, Field);

    // example: record Created { id: string }
    public static readonly Parser<DeclarationSyntax> Record = Sequence(
        Word("record").Then(Name("the name of the record")),
        Fields,
        static (at, name, fields) => new RecordSyntax(name, fields, at.Documentation, at.Keyword, at.Span));

    // example: Free,
    private static readonly Parser<EnumValueSyntax> EnumValue =
        input =>
        {
            var token = (Token)input;
            if (token.Kind != TokenKind.Word)
                return Unexpected<EnumValueSyntax>(token, "a value");
            var value = new EnumValueSyntax(token.Identifier, new Extent(token, token.Next).Documentation);
            var next = token.Next;
            if (next.Kind == TokenKind.Comma)
                return Done(value, next.Next);
            if (next.Kind == TokenKind.Word && !ItemKind.EnumValue.Leaves(next))
                next.Session.Unexpected(next, "',' or '}'");
            return Done(value, next);
        };

    // example: { Free, Pro }
    private static readonly Parser<ImmutableArray<EnumValueSyntax>> EnumValues =
        input =>
        {
            var first = ((Token)input).Next;
            if (first.Kind == TokenKind.CloseBrace && ((Token)input).Kind == TokenKind.OpenBrace)
                first.Session.Unexpected(first, "a value");
            return Braced(ItemKind.EnumValue, EnumValue)(input);
        };

    // example: enum Plan { Free, Pro }
    public static readonly Parser<DeclarationSyntax> Enum = Sequence(
        Word("enum").Then(Name("the name of the enum")),
        EnumValues,
        static (at, name, values) => new EnumSyntax(name, values, at.Documentation, at.Keyword, at.Span));

    private sealed record EventBody(EventOrigin Origin, TypeSyntax? Type, ImmutableArray<FieldSyntax> Fields);

    // example: http as Created
    private static readonly Parser<EventBody> HttpOrigin = Sequence(
        Word("http"), When("as", TypeGrammar.Type), static (_, _, type) => new EventBody(EventOrigin.Http, type, []));

    // example: smtp
    private static readonly Parser<EventBody> SmtpOrigin =
        Sequence(Word("smtp"), static (_, _) => new EventBody(EventOrigin.Smtp, null, []));

    // example: from http as Created
    private static readonly Parser<EventBody?> Origin =
        When("from", Choice("'http' or 'smtp'", ("http", HttpOrigin), ("smtp", SmtpOrigin)));

    // example: { email: string }
    private static readonly Parser<ImmutableArray<FieldSyntax>> EventFields = Either(
        token => token.Kind == TokenKind.OpenBrace
            || (token.Kind == TokenKind.Word && token.Next.Kind == TokenKind.Colon),
        Fields,
        input => Done(ImmutableArray<FieldSyntax>.Empty, input));

    private static readonly EventBody Ordinary = new(EventOrigin.Ordinary, null, []);

    // example: from http as Created, { email: string }, or nothing
    private static readonly Parser<EventBody> Body =
        input =>
        {
            var origin = Origin(input);
            if (!origin.WasSuccessful)
                return Failed<EventBody>(origin.Remainder);
            if (origin.Value is { } answer)
                return Done(answer, origin.Remainder);
            var fields = EventFields(input);
            if (!fields.WasSuccessful)
                return Failed<EventBody>(fields.Remainder);
            return Done(fields.Value.IsEmpty ? Ordinary : Ordinary with { Fields = fields.Value }, fields.Remainder);
        };

    // Without its name `event from http` is no event that is called 'from'.
    private static readonly Parser<Identifier> EventName = input =>
        ((Token)input).Is("from") && (((Token)input).Next.Is("http") || ((Token)input).Next.Is("smtp"))
            ? Unexpected<Identifier>((Token)input, "the name of the event")
            : Name("the name of the event")(input);

    // example: event Saved from http as Created
    public static readonly Parser<DeclarationSyntax> Event = Sequence(
        Word("event").Then(EventName),
        Body,
        static (at, name, body) => new EventSyntax(
            name, body.Origin, body.Type, body.Fields, at.Documentation, at.Keyword, at.Span));

    // example: scenario CrmOnboarding once { … }
    public static readonly Parser<DeclarationSyntax> Scenario = Sequence(
        Word("scenario").Then(Name("the name of the scenario")),
        Whether("once"),
        MemberGrammar.Members,
        static (at, name, isOnce, members) =>
            new ScenarioSyntax(name, isOnce, members, at.Documentation, at.Keyword, at.Span));

    // example: record …, enum …, event …, connection …, action …, scenario …
    public static readonly Parser<DeclarationSyntax> Declaration = Choice(
        ItemKind.Declaration.Name,
        ("record", Record),
        ("enum", Enum),
        ("event", Event),
        ("connection", ConnectionGrammar.Connection),
        ("action", ActionGrammar.Action),
        ("scenario", Scenario));

    private static bool EndsField(Token token) =>
        token.StartsLine || token.Next.Kind == TokenKind.Colon || token.Kind == TokenKind.Comma
        || token.Kind == TokenKind.CloseBrace;
}
