using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What a field can have as its default.</summary>
internal static class LiteralGrammar
{
    // example: Plan.Free
    public static readonly Parser<ExpressionSyntax> EnumValue = Sequence(
        Lexical.Name("an enum").Before(Lexical.Mark(TokenKind.Dot, ".")),
        Lexical.Name("a value of the enum"),
        static (at, name, value) =>
            new MemberAccessSyntax(new NameSyntax(name), value, false, at.Span));

    // example: []
    public static readonly Parser<ExpressionSyntax> EmptyList = Sequence(
        Lexical.Mark(TokenKind.OpenBracket, "["),
        Lexical.Mark(TokenKind.CloseBracket, "]"),
        static (at, _, _) => new ListSyntax([], at.Span));

    // example: 5, 2.5
    public static readonly Parser<ExpressionSyntax> Number =
        input => ((Token)input).Kind is TokenKind.Int or TokenKind.Decimal or TokenKind.Malformed
            ? PrimaryGrammar.Literal((Token)input)
            : Unexpected<ExpressionSyntax>((Token)input, "a number");

    // example: -5
    public static readonly Parser<ExpressionSyntax> Negative = Operators.Prefixed(UnaryOperator.Negate, Number);

    // example: "unknown", -5, 1h, true, null, Plan.Free, []
    public static readonly Parser<ExpressionSyntax> Literal =
        input => (Token)input switch
        {
            { Kind: TokenKind.Minus } => Negative(input),
            { Kind: TokenKind.OpenBracket } => EmptyList(input),
            { Kind: TokenKind.Word, Text: not ("true" or "false" or "null") } => EnumValue(input),
            { Kind: TokenKind.Word } => PrimaryGrammar.Primary(input),
            { Value: not null } or { Kind: TokenKind.Malformed or TokenKind.Int } =>
                PrimaryGrammar.Literal((Token)input),
            var token => Unexpected<ExpressionSyntax>(token, "a literal"),
        };
}
