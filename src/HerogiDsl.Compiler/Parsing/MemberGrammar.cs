using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Members;
using Sprache;
using static HerogiDsl.Compiler.Parsing.BodyGrammar;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What stands in a scenario.</summary>
internal static class MemberGrammar
{
    private const string State = "the name of a state";

    // example: session searches: int = 0
    public static readonly Parser<MemberSyntax> Session = Sequence(
        Word("session").Then(Name("the name of a session datum")),
        TypeGrammar.TypeOf,
        When(TokenKind.Assign, Recovered(ExpressionGrammar.Expression)),
        static (at, name, type, value) =>
            new SessionSyntax(name, type, value, at.Documentation, at.Keyword, at.Span));

    // example: start { on Register -> A }
    public static readonly Parser<MemberSyntax> Start = Sequence(
        Word("start").Then(Body),
        static (at, items) => new StartSyntax(items, at.Documentation, at.Keyword, at.Span));

    // example: state A { set x = 1  on E -> B }
    public static readonly Parser<MemberSyntax> StateMember = Sequence(
        Word("state").Then(Name(State)),
        Body,
        static (at, name, items) => new StateSyntax(name, items, at.Documentation, at.Keyword, at.Span));

    // example: anywhere { on Deleted -> Gone  defer Updated }
    public static readonly Parser<MemberSyntax> Anywhere = Sequence(
        Word("anywhere").Then(Body),
        static (at, items) => new AnywhereSyntax(items, at.Documentation, at.Keyword, at.Span));

    // A statement cannot follow a member: then the brace is forgotten.
    private static readonly Parser<ImmutableArray<BodyItemSyntax>> OptionalBody = Either(
        token => token.Kind == TokenKind.OpenBrace || token.IsItem(),
        Body,
        input => Parsed.Done(ImmutableArray<BodyItemSyntax>.Empty, input));

    // example: end Gone { log "gone" }
    public static readonly Parser<MemberSyntax> End = Sequence(
        Word("end").Then(Name(State)),
        OptionalBody,
        static (at, name, items) => new EndSyntax(name, items, at.Documentation, at.Keyword, at.Span));

    // example: migrate AddToCompany -> Associate { set plan = Plan.Free }
    public static readonly Parser<MemberSyntax> Migrate = Sequence(
        Word("migrate").Then(Name(State)),
        Mark(TokenKind.Arrow, "->").Then(Name(State)),
        OptionalBody,
        static (at, from, to, items) => new MigrateSyntax(from, to, items, at.Documentation, at.Keyword, at.Span));

    // example: action associate { http put HubSpot "/…" returns Associated }
    public static readonly Parser<MemberSyntax> ActionMember =
        Sequence(ActionGrammar.Action, static (_, action) => new ActionMemberSyntax(action));

    // example: { session x: int  start { … }  state A { … } }
    public static readonly Parser<ImmutableArray<MemberSyntax>> Members = Braced(
        ItemKind.Member,
        Choice(
            ItemKind.Member.Name,
            ("session", Session),
            ("aggregate", AggregateGrammar.Aggregate),
            ("action", ActionMember),
            ("start", Start),
            ("state", StateMember),
            ("anywhere", Anywhere),
            ("end", End),
            ("migrate", Migrate)));
}
