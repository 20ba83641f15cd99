using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>Guards by their tokens: blanks, comments and brackets around the whole make no difference.</summary>
internal static class GuardText
{
    // Of a guard it never changes; it goes when the guard goes.
    private static readonly ConditionalWeakTable<BoundExpression, string> Known = new();

    public static bool AreSame(BoundExpression? guard, BoundExpression other, SourceText text) =>
        guard is not null && KeyOf(guard, text) == KeyOf(other, text);

    /// <summary>A text that guards have in common where their tokens are the same.</summary>
    public static string KeyOf(BoundExpression guard, SourceText text) =>
        Known.GetValue(guard, unread => string.Join("\n", TokensOf(unread.Span, text)));

    /// <summary>A guard in one line, with one blank between its tokens' words.</summary>
    public static string Of(BoundExpression guard, SourceText text) => string.Join(
        " ",
        text.Content.Substring(guard.Span.Start, guard.Span.Length)
            .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> TokensOf(TextSpan span, SourceText text)
    {
        var part = text.Content.Substring(span.Start, span.Length);
        var tokens = new List<string>();
        var token = Scanner.Scan(new ParseSession(new SourceText(text.Path, part)));
        for (; token.Kind != TokenKind.End; token = token.Next)
            tokens.Add(part.Substring(token.Span.Start, token.Span.Length));
        while (IsBracketed(tokens))
            tokens = tokens.GetRange(1, tokens.Count - 2);
        return tokens;
    }

    private static bool IsBracketed(List<string> tokens)
    {
        if (tokens.Count < 2 || tokens[0] != "(")
            return false;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i] switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                return i == tokens.Count - 1;
        }

        return false;
    }
}
