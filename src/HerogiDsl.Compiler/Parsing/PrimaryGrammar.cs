using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Lists;
using static HerogiDsl.Compiler.Parsing.Combinators.Nesting;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>The values of which expressions are made.</summary>
internal static class PrimaryGrammar
{
    private static readonly Parser<ExpressionSyntax> Inner =
        Nested<ExpressionSyntax>(ExpressionGrammar.Deferred);

    // example: (a + b)
    public static readonly Parser<ExpressionSyntax> Parenthesized =
        input =>
        {
            var opening = (Token)input;
            var inner = Inner(opening.Next);
            if (!inner.WasSuccessful)
                return inner;
            var close = inner.Rest();
            if (close.Kind != TokenKind.CloseParenthesis)
                return NotClosed<ExpressionSyntax>(opening, close, Brackets.Group);
            var span = new Extent(opening, close.Next).Span;
            return Done<ExpressionSyntax>(new ParenthesizedSyntax(inner.Value, span), close.Next);
        };

    // example: [1, 2, 3]
    public static readonly Parser<ExpressionSyntax> List = Sequence(
        Bracketed(Brackets.Items, Inner), static (at, items) => new ListSyntax(items, at.Span));

    // example: plan: Plan.Free
    public static readonly Parser<ObjectFieldSyntax> ObjectField = Sequence(
        AnyName("the name of a field").Before(Lexical.Mark(TokenKind.Colon, ":")),
        Inner,
        static (_, name, value) => new ObjectFieldSyntax(name, value));

    // example: { email: event.email, plan: Plan.Free }
    public static readonly Parser<ExpressionSyntax> Object = Sequence(
        Bracketed(Brackets.Fields, ObjectField),
        static (at, fields) => new ObjectSyntax(fields, at.Span));

    // example: length(event.body.results)
    public static readonly Parser<ExpressionSyntax> Call = Sequence(
        Lexical.Name("a function"),
        Bracketed(Brackets.Arguments, Inner),
        static (at, function, arguments) => new CallSyntax(function, arguments, at.Span));

    // example: 42, "text", true, event, length(x), (a), { a: 1 }, [1]
    public static readonly Parser<ExpressionSyntax> Primary =
        input => ((Token)input).Kind switch
        {
            TokenKind.Word => OfWord((Token)input),
            TokenKind.OpenParenthesis => Parenthesized(input),
            TokenKind.OpenBrace => Object(input),
            TokenKind.OpenBracket => List(input),
            _ => Literal((Token)input),
        };

    /// <summary>A number, a string or a duration.</summary>
    public static IResult<ExpressionSyntax> Literal(Token token) => token switch
    {
        { Value: StringLiteral value } => Read(token, new StringLiteralSyntax(value)),
        { Value: long value } => Read(token, new IntLiteralSyntax(value, token.Span)),
        { Value: decimal value } => Read(token, new DecimalLiteralSyntax(value, token.Span)),
        { Value: TimeSpan value } => Read(token, new DurationLiteralSyntax(value, token.Span)),
        { Kind: TokenKind.Malformed } => Read(token, new SkippedExpressionSyntax(token.Span)),
        { Kind: TokenKind.Int } => Read(token, LeastInt(token)),
        { Kind: TokenKind.StatusPattern } =>
            Unexpected<ExpressionSyntax>(token, "an expression", "a status pattern stands after 'in'"),
        _ => Unexpected<ExpressionSyntax>(token, "an expression"),
    };

    /// <summary>A name where any word is one.</summary>
    public static Parser<Identifier> AnyName(string expected) =>
        input => ((Token)input).Kind == TokenKind.Word
            ? Done(((Token)input).Identifier, ((Token)input).Next)
            : Unexpected<Identifier>((Token)input, expected);

    private static IResult<ExpressionSyntax> Read(Token token, ExpressionSyntax value) => Done(value, token.Next);

    private static IResult<ExpressionSyntax> OfWord(Token token) => token.Text switch
    {
        "true" => Read(token, new BoolLiteralSyntax(true, token.Span)),
        "false" => Read(token, new BoolLiteralSyntax(false, token.Span)),
        "null" => Read(token, new NullLiteralSyntax(token.Span)),
        "if" when !token.StartsLine =>
            Unexpected<ExpressionSyntax>(token, "an expression", "put an 'if' within an expression in parentheses"),
        "and" or "or" or "not" or "in" or "is" or "matches" or "if" or "then" or "else" or "any" or "stay" =>
            Unexpected<ExpressionSyntax>(token, "an expression"),
        "do" when token.Next.Kind == TokenKind.OpenBrace => Unexpected<ExpressionSyntax>(token, "an expression"),
        _ when !token.IsPlausibleName() => Unexpected<ExpressionSyntax>(token, "an expression"),
        _ when token.Next.Kind == TokenKind.OpenParenthesis => Call(token),
        _ => Read(token, new NameSyntax(token.Identifier)),
    };

    private static ExpressionSyntax LeastInt(Token token)
    {
        if (token.Previous?.Kind == TokenKind.Minus)
            return new IntLiteralSyntax(long.MinValue, token.Span);
        token.Session.Report(SyntaxDiagnostics.Malformed(
            token.Session.Text.Locate(token.Span), $"'{token.Excerpt()}' is too large for an int",
            $"the largest is {long.MaxValue}"));
        return new SkippedExpressionSyntax(token.Span);
    }
}
