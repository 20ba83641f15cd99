using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Members;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>Numbers over the events of a session.</summary>
internal static class AggregateGrammar
{
    private sealed record Measure(Identifier Function, Identifier Event, Identifier? Field);

    private static readonly Parser<Token> Open = Mark(TokenKind.OpenParenthesis, "(");

    private static readonly Parser<Token> Close = Mark(TokenKind.CloseParenthesis, ")");

    // example: count(Purchase)
    private static readonly Parser<Measure> Count = Sequence(
        Keyword("count").Before(Open),
        Name("an event").Before(Close),
        static (_, function, name) => new Measure(function, name, null));

    // example: sum(Purchase.amount)
    private static Parser<Measure> FieldMeasure(string function) => Sequence(
        Keyword(function).Before(Open),
        Name("an event").Before(Mark(TokenKind.Dot, ".")),
        PrimaryGrammar.AnyName("a field of the event").Before(Close),
        static (_, function, name, field) => new Measure(function, name, field));

    // example: event.amount > 0
    private static readonly Parser<ExpressionSyntax?> Where =
        When("where", Recovered(ExpressionGrammar.Expression, token => token.Is("over")));

    // example: over sliding 7d; whether it is tumbling
    private static readonly Parser<(bool IsTumbling, DurationSyntax Length)> Window = Sequence(
        Word("over").Then(Either(token => token.Is("sliding"), Sliding(), Whether("tumbling"))),
        Duration,
        static (_, isTumbling, length) => (isTumbling, length));

    // example: aggregate spent = sum(Purchase.amount) where event.amount > 0 over sliding 7d
    public static readonly Parser<MemberSyntax> Aggregate = Sequence(
        Word("aggregate").Then(Name("the name of the aggregate")).Before(Mark(TokenKind.Assign, "=")),
        Choice(
            "a function ('count', 'sum', 'min', 'max' or 'avg')",
            ("count", Count),
            ("sum", FieldMeasure("sum")),
            ("min", FieldMeasure("min")),
            ("max", FieldMeasure("max")),
            ("avg", FieldMeasure("avg"))),
        Where,
        Window,
        static (at, name, measure, where, window) => new AggregateSyntax(
            name,
            measure.Function,
            measure.Event,
            measure.Field,
            where,
            window.IsTumbling,
            window.Length,
            at.Documentation,
            at.Keyword,
            at.Span));

    private static Parser<bool> Sliding() => Sequence(Word("sliding"), static (_, _) => false);
}
