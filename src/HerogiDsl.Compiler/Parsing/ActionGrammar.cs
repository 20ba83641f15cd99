using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Declarations;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Lists;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>Actions, of a file or of a scenario.</summary>
internal static class ActionGrammar
{
    // example: customer: string
    public static readonly Parser<ParameterSyntax> Parameter = Sequence(
        PrimaryGrammar.AnyName("a parameter"), TypeGrammar.TypeOf, static (at, name, type) => new ParameterSyntax(name, type, at.Span));

    // example: (customer: string, count: int)
    public static readonly Parser<ImmutableArray<ParameterSyntax>> Parameters =
        Bracketed(Brackets.Parameters, Parameter);

    // example: extern returns Scored
    public static readonly Parser<ActionBodySyntax> ExternBody = Sequence(
        Word("extern"),
        WhenValue("returns", Name("an event")),
        static (at, _, returns) => new ExternActionBodySyntax(returns, at.Span));

    // example: { http put HubSpot "/…" returns Associated }
    public static readonly Parser<ActionBodySyntax> BlockBody =
        Sequence(StatementGrammar.Block, static (_, block) => new BlockActionBodySyntax(block));

    // example: action score(customer: string) extern returns Scored
    public static readonly Parser<ActionSyntax> Action = Sequence(
        Word("action").Then(Name("the name of the action")),
        If(TokenKind.OpenParenthesis, Parameters, []),
        Either(token => token.Is("extern"), ExternBody, BlockBody),
        static (at, name, parameters, body) =>
            new ActionSyntax(name, parameters, body, at.Documentation, at.Keyword, at.Span));
}
