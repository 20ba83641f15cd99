using HerogiDsl.Compiler.Parsing.Scanning;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>Keeps trees so low that everybody may walk them by recursion.</summary>
internal static class Nesting
{
    /// <summary><paramref name="parser"/>, one level deeper.</summary>
    public static Parser<T> Nested<T>(Parser<T> parser) =>
        input =>
        {
            var token = (Token)input;
            var session = token.Session;
            if (session.Depth >= ParseSession.DeepestNesting)
            {
                session.TooDeep(token);
                return Failed<T>(token);
            }

            var heightBefore = session.Height;
            session.Height = 0;
            session.Depth++;
            var result = parser(input);
            session.Depth--;
            session.Height = Math.Max(heightBefore, session.Height + 1);
            return result;
        };

    /// <summary>Whether a tree that grows to the left, such as a + b + c, may grow by one more.</summary>
    public static bool MayGrow(Token at) => MayHaveHeight(at.Session.Height + 1, at);

    /// <summary>Whether the tree that ends at <paramref name="at"/> may be as high as this.</summary>
    public static bool MayHaveHeight(int height, Token at)
    {
        var session = at.Session;
        session.Height = height;
        if (height + session.Depth <= ParseSession.DeepestNesting)
            return true;
        session.TooDeep(at);
        return false;
    }
}
