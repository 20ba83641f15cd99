using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Members;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What stands in the braces of a state and its kin: the same in all of them.</summary>
internal static class BodyGrammar
{
    // example: { set x = 1  on E -> B  exit { log "left" }  defer Updated }
    public static readonly Parser<ImmutableArray<BodyItemSyntax>> Body =
        Braced<BodyItemSyntax>(ItemKind.Body, DeferredItem);

    // example: exit { log "left" }
    public static readonly Parser<BodyItemSyntax> Exit = Sequence(
        Word("exit").Then(Nesting.Nested(Braced<BodyItemSyntax>(ItemKind.ExitBody, DeferredItem))),
        static (at, items) => new ExitSyntax(items, at.Keyword, at.Span));

    // example: defer CustomerUpdated, CustomerDeleted
    public static readonly Parser<BodyItemSyntax> Defer = Sequence(
        Word("defer").Then(Names("an event")),
        static (at, events) => new DeferSyntax(false, events, at.Keyword, at.Span));

    // example: ignore CustomerUpdated
    public static readonly Parser<BodyItemSyntax> Ignore = Sequence(
        Word("ignore").Then(Names("an event")),
        static (at, events) => new DeferSyntax(true, events, at.Keyword, at.Span));

    // example: set x = 1, on E -> B, exit { … }, defer Updated
    public static readonly Parser<BodyItemSyntax> BodyItem = Either<BodyItemSyntax>(
        token => token.Next.Kind == TokenKind.Colon && token.Kind == TokenKind.Word,
        CallGrammar.Labelled,
        Choice(
            ItemKind.Body.Name,
            [
                .. StatementGrammar.Productions.Select(
                    pair => (pair.Word, (Parser<BodyItemSyntax>)pair.Production)),
                ("on", TransitionGrammar.Transition),
                ("after", TransitionGrammar.Transition),
                ("every", TransitionGrammar.Transition),
                ("exit", Exit),
                ("defer", Defer),
                ("ignore", Ignore),
            ]));

    private static IResult<BodyItemSyntax> DeferredItem(IInput input) => BodyItem(input);
}
