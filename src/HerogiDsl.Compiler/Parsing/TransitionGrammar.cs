using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Members;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What leads from a state to the next.</summary>
internal static class TransitionGrammar
{
    private static readonly Parser<ExpressionSyntax> Delay = Recovered(
        ExpressionGrammar.Expression, token => IsArrow(token) || token.Is("when") || token.Is("do"));

    // example: Saved; null for `any`
    private static readonly Parser<Identifier?> Event =
        input =>
        {
            var token = (Token)input;
            if (token.Is("any"))
                return Done<Identifier?>(null, token.Next);
            return token.IsPlausibleName() && !IsNextPart(token)
                ? token
                : Unexpected<Identifier?>(token, "an event or 'any'");
        };

    // example: on Saved from addNewCompany
    public static readonly Parser<TriggerSyntax> On = Sequence(
        Word("on").Then(Event),
        WhenValue("from", Name("a label")),
        static (at, name, from) => new OnTriggerSyntax(name, from, at.Span));

    // example: after 1h
    public static readonly Parser<TriggerSyntax> After = Sequence(
        Word("after").Then(Delay), static (at, delay) => new AfterTriggerSyntax(delay, at.Span));

    // example: every "0 9 * * 1-5" zone "Europe/Berlin"
    public static readonly Parser<TriggerSyntax> Every = Sequence(
        Word("every").Then(PlainString),
        When("zone", PlainString),
        static (at, cron, zone) => new EveryTriggerSyntax(cron, zone, at.Span));

    // example: when event.ok and session.count > 3
    public static readonly Parser<ExpressionSyntax?> Guard = When(
        "when", Recovered(ExpressionGrammar.Expression, token => IsArrow(token) || token.Is("do")));

    private static readonly Parser<Identifier> TargetName = Name("a state name or 'stay'");

    // example: -> CustomerRegister
    public static readonly Parser<Identifier> Target =
        input =>
        {
            var arrow = (Token)input;
            if (arrow.Kind == TokenKind.Arrow)
                return TargetName(arrow.Next);
            arrow.Session.Unexpected(arrow, "'->' and a state", HintFor(arrow));
            if (arrow.Kind is TokenKind.Minus or TokenKind.Greater or TokenKind.Assign && !arrow.StartsLine)
                arrow = SkipWrongArrow(arrow);
            if (arrow.Kind == TokenKind.CloseBrace && IsArrow(arrow.Next) && !arrow.Next.StartsLine)
                return TargetName(arrow.Next.Next);
            return arrow is { Kind: TokenKind.Word, StartsLine: false } && !arrow.IsItem() && IsEnd(arrow.Next)
                ? arrow
                : Failed<Identifier>(arrow);
        };

    // example: on Saved when event.ok do { set x = 1 } -> CustomerRegister
    public static readonly Parser<BodyItemSyntax> Transition = Sequence(
        Choice("a trigger", ("on", On), ("after", After), ("every", Every)),
        Guard,
        When("do", StatementGrammar.Do),
        Target,
        static (at, trigger, guard, @do, target) =>
            new TransitionSyntax(trigger, guard, @do, target, at.Keyword, at.Span));

    // What stands before it can be the target, though the arrow is missing.
    private static bool IsEnd(Token token) =>
        token.StartsLine || token.IsItem() || token.Kind is TokenKind.CloseBrace or TokenKind.End;

    private static bool IsArrow(Token token) => token.Kind == TokenKind.Arrow;

    // `on when event.ok -> A` lacks its event, though an event may be called `when`.
    private static bool IsNextPart(Token token) =>
        (token.Is("when") || token.Is("do") || token.Is("from"))
        && !(IsArrow(token.Next) || token.Next.Is("when") || token.Next.Is("do") || token.Next.Is("from"));

    private static string? HintFor(Token token) => token.Kind switch
    {
        TokenKind.Assign when token.Next.Kind == TokenKind.Greater => "an arrow is written '->'",
        TokenKind.Assign => "to compare write '=='",
        _ => null,
    };

    private static Token SkipWrongArrow(Token token)
    {
        while (token.Kind is TokenKind.Minus or TokenKind.Greater or TokenKind.Assign)
            token = token.Next;
        return token;
    }
}
