using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing.Scanning;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>One of several, or none: the next token says which, and nothing is ever taken back.</summary>
internal static class Choices
{
    /// <summary>The production that the next word names. A misspelt word is told, and taken for the one meant.</summary>
    public static Parser<T> Choice<T>(string expected, params (string Word, Parser<T> Production)[] productions)
    {
        var byWord = new Dictionary<string, Parser<T>>(StringComparer.Ordinal);
        foreach (var (word, production) in productions)
            byWord.Add(word, production);
        return input =>
        {
            var token = (Token)input;
            if (token.Kind == TokenKind.Word && byWord.TryGetValue(token.Text, out var named))
                return named(token);
            var meant = token.Kind == TokenKind.Word && !token.IsKnown()
                ? Suggestion.Nearest(token.Text, byWord.Keys)
                : null;
            if (meant is not null)
                return Misspelt(token, expected, meant, byWord[meant]);
            token.Session.UnexpectedItem(token, expected);
            return Failed<T>(token);
        };
    }

    /// <summary>What follows <paramref name="word"/>, if it stands there; otherwise null.</summary>
    public static Parser<T?> When<T>(string word, Parser<T> parser)
        where T : class =>
        input => Stands((Token)input, word) ? parser(((Token)input).Next) : Done<T?>(null, input);

    /// <summary>The same for what follows punctuation.</summary>
    public static Parser<T?> When<T>(TokenKind kind, Parser<T> parser)
        where T : class =>
        input => ((Token)input).Kind == kind ? parser(((Token)input).Next) : Done<T?>(null, input);

    /// <summary>The same for values.</summary>
    public static Parser<T?> WhenValue<T>(string word, Parser<T> parser)
        where T : struct =>
        input =>
        {
            if (!Stands((Token)input, word))
                return Done<T?>(null, input);
            var result = parser(((Token)input).Next);
            if (result is IResult<T?> same)
                return same;
            return result.WasSuccessful ? Done<T?>(result.Value, result.Remainder) : Failed<T?>(result.Remainder);
        };

    /// <summary>Whether <paramref name="word"/> stands there; it is taken if so.</summary>
    public static Parser<bool> Whether(string word) =>
        input => Stands((Token)input, word) ? Done(true, ((Token)input).Next) : Done(false, input);

    /// <summary><paramref name="parser"/> if the next token is of this kind, otherwise <paramref name="absent"/>.</summary>
    public static Parser<T> If<T>(TokenKind kind, Parser<T> parser, T absent) =>
        input => ((Token)input).Kind == kind ? parser(input) : Done(absent, input);

    /// <summary><paramref name="parser"/> if <paramref name="holds"/> for the next token, otherwise the other.</summary>
    public static Parser<T> Either<T>(Func<Token, bool> holds, Parser<T> parser, Parser<T> other) =>
        input => holds((Token)input) ? parser(input) : other(input);

    // The word, or one so near to it that only it can be meant: not one that begins something else, and in this line.
    private static bool Stands(Token token, string word)
    {
        if (token.Kind != TokenKind.Word)
            return false;
        if (token.Is(word))
            return true;
        if (token.StartsLine || word.Length < 4 || token.IsItem() || token.IsMember() || token.IsDeclaration())
            return false;
        if (token.Next.Kind == TokenKind.Colon || Suggestion.Nearest(token.Text, [word]) is null)
            return false;
        token.Session.Unexpected(token, $"'{word}'", $"did you mean '{word}'?");
        return true;
    }

    private static IResult<T> Misspelt<T>(Token token, string expected, string meant, Parser<T> production)
    {
        var session = token.Session;
        session.UnexpectedItem(token, expected, $"did you mean '{meant}'?");
        session.Misspelt = token;
        var told = session.DiagnosticCount;
        var result = production(token);
        if (!result.WasSuccessful)
            session.ForgetDiagnosticsSince(told);
        return result;
    }
}
