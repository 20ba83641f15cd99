using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>Lists within an item: a mistake in one of their parts is a mistake in the item.</summary>
internal static class Lists
{
    // example: first, second, third
    public static Parser<ImmutableArray<T>> Separated<T>(Parser<T> part) =>
        input =>
        {
            var parts = ImmutableArray.CreateBuilder<T>(1);
            var at = (Token)input;
            while (true)
            {
                var result = part(at);
                if (!result.WasSuccessful)
                    return Failed<ImmutableArray<T>>(result.Remainder);
                parts.Add(result.Value);
                at = result.Rest();
                if (at.Kind != TokenKind.Comma)
                    return Done(parts.ToImmutable(), at);
                at = at.Next;
            }
        };

    /// <summary>Parts with commas between them, in brackets; one comma more may stand behind the last.</summary>
    public static Parser<ImmutableArray<T>> Bracketed<T>(Brackets brackets, Parser<T> part) =>
        input =>
        {
            var opening = (Token)input;
            if (opening.Kind != brackets.Opening)
                return Unexpected<ImmutableArray<T>>(opening, $"'{brackets.OpeningText}'");
            var parts = ImmutableArray.CreateBuilder<T>();
            var at = opening.Next;
            if (at.Kind == brackets.Closing && brackets.EmptyHint is { } hint)
                return Unexpected<ImmutableArray<T>>(at, brackets.Part, hint);
            while (at.Kind != brackets.Closing)
            {
                var result = part(at);
                if (!result.WasSuccessful)
                    return Failed<ImmutableArray<T>>(result.Remainder);
                parts.Add(result.Value);
                at = result.Rest();
                if (at.Kind == TokenKind.Comma && (brackets.MayEndWithComma || at.Next.Kind != brackets.Closing))
                    at = at.Next;
                else if (at.Kind != brackets.Closing && !(brackets.MayOmitComma && at.Next.Kind == TokenKind.Colon))
                    return NotClosed<ImmutableArray<T>>(opening, at, brackets);
            }

            return Done(parts.ToImmutable(), at.Next);
        };

    /// <summary>The bracket that closes what <paramref name="opening"/> opened.</summary>
    public static IResult<T> NotClosed<T>(Token opening, Token at, Brackets brackets)
    {
        // Where the next statement begins, or the braces around it end, nobody meant to go on within the brackets.
        if (opening.Kind == TokenKind.OpenBrace
            && (at.IsFirstOfItem() || at.Kind is TokenKind.End or TokenKind.CloseBrace or TokenKind.Arrow))
            at.Session.NotClosed(opening, at);
        else
            at.Session.Unexpected(at, brackets.Separator + $"'{brackets.ClosingText}'");
        return Failed<T>(at);
    }
}

/// <summary>A pair of brackets, and what may stand between the parts in them.</summary>
internal sealed record Brackets(TokenKind Opening, string OpeningText, TokenKind Closing, string ClosingText)
{
    public static Brackets Group { get; } =
        new(TokenKind.OpenParenthesis, "(", TokenKind.CloseParenthesis, ")") { Separator = "" };

    public static Brackets Index { get; } =
        new(TokenKind.OpenBracket, "[", TokenKind.CloseBracket, "]") { Separator = "" };

    public static Brackets Arguments { get; } = new(TokenKind.OpenParenthesis, "(", TokenKind.CloseParenthesis, ")");

    // Of an action: without parameters it has no parentheses.
    public static Brackets Passed { get; } = Arguments with
    {
        Part = "an argument",
        EmptyHint = "an action without parameters is run without parentheses",
    };

    public static Brackets Parameters { get; } = Arguments with
    {
        Part = "a parameter",
        EmptyHint = "an action without parameters is declared without parentheses",
    };

    public static Brackets Items { get; } =
        new(TokenKind.OpenBracket, "[", TokenKind.CloseBracket, "]") { MayEndWithComma = true };

    public static Brackets Fields { get; } = new(TokenKind.OpenBrace, "{", TokenKind.CloseBrace, "}")
    {
        MayEndWithComma = true,
        MayOmitComma = true,
    };

    public string Separator { get; init; } = "',' or ";

    /// <summary>What messages call one of the parts.</summary>
    public string Part { get; init; } = "";

    /// <summary>The way out where nothing stands in the brackets; null where nothing may stand there.</summary>
    public string? EmptyHint { get; init; }

    public bool MayEndWithComma { get; init; }

    public bool MayOmitComma { get; init; }
}
