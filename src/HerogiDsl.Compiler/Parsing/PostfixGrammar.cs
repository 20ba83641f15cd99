using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Nesting;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What hangs behind a value: its members and elements.</summary>
internal static class PostfixGrammar
{
    private static readonly Parser<ExpressionSyntax> Index =
        Nested<ExpressionSyntax>(ExpressionGrammar.Deferred);

    // example: event.body?.results[0].id
    public static readonly Parser<ExpressionSyntax> Postfix =
        input =>
        {
            var start = (Token)input;
            var session = start.Session;
            var heightBefore = session.Height;
            session.Height = 0;
            var result = PrimaryGrammar.Primary(input);
            while (result.WasSuccessful && IsPostfix(result.Rest()))
            {
                var height = session.Height;
                result = result.Rest().Kind == TokenKind.OpenBracket
                    ? Element(start, result.Value, result.Rest())
                    : Member(start, result.Value, result.Rest());
                height = Math.Max(height + 1, session.Height);
                if (result.WasSuccessful && !MayHaveHeight(height, result.Rest()))
                    return Failed<ExpressionSyntax>(result.Remainder);
            }

            session.Height = Math.Max(heightBefore, session.Height);
            return result;
        };

    private static bool IsPostfix(Token token) =>
        token.Kind is TokenKind.Dot or TokenKind.QuestionDot or TokenKind.OpenBracket;

    // example: event.body, event.body?.id
    private static IResult<ExpressionSyntax> Member(Token start, ExpressionSyntax target, Token point)
    {
        var name = point.Next;
        if (!IsMemberName(name))
            return Unexpected<ExpressionSyntax>(name, "the name of a member");
        var span = new Extent(start, name.Next).Span;
        return Done<ExpressionSyntax>(
            new MemberAccessSyntax(target, name.Identifier, point.Kind == TokenKind.QuestionDot, span), name.Next);
    }

    // After a point any word is a name; but a new line that begins with a keyword shows that the name is missing.
    private static bool IsMemberName(Token name) => name.IsPlausibleName();

    // example: event.body.results[0]
    private static IResult<ExpressionSyntax> Element(Token start, ExpressionSyntax target, Token bracket)
    {
        var index = Index(bracket.Next);
        if (!index.WasSuccessful)
            return index;
        var close = index.Rest();
        if (close.Kind != TokenKind.CloseBracket)
            return Lists.NotClosed<ExpressionSyntax>(bracket, close, Brackets.Index);
        var span = new Extent(start, close.Next).Span;
        return Done<ExpressionSyntax>(new ElementAccessSyntax(target, index.Value, span), close.Next);
    }
}
