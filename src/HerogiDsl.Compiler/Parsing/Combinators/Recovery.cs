using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>Reads on behind a mistake: item by item, so that each mistake costs one item at most.</summary>
internal static class Recovery
{
    // example: { first second third }
    public static Parser<ImmutableArray<T>> Braced<T>(ItemKind kind, Parser<T> item) =>
        input =>
        {
            var opening = (Token)input;
            var first = opening.Next;
            if (opening.Kind != TokenKind.OpenBrace)
            {
                opening.Session.Unexpected(opening, "'{'");
                if (!opening.StartsLine && first is { Kind: TokenKind.OpenBrace, StartsLine: false })
                    return Items(kind, item, first, first.Next);
                if (opening.Previous is null || !IsWithinMissing(kind, opening, opening.Previous))
                    return Failed<ImmutableArray<T>>(opening);
                first = opening;
                opening = opening.Previous;
            }

            return Items(kind, item, opening, first);
        };

    /// <summary>Items up to the end of the file.</summary>
    public static Parser<ImmutableArray<T>> UpToTheEnd<T>(ItemKind kind, Parser<T> item) =>
        input =>
        {
            var items = ImmutableArray.CreateBuilder<T>();
            var at = (Token)input;
            while (at.Kind != TokenKind.End)
            {
                var result = item(at);
                if (result.WasSuccessful)
                    items.Add(result.Value);
                at = result.WasSuccessful && !at.Session.IsAborted
                    ? result.Rest()
                    : Resume(kind, at, result.Rest());
                if (at.Session.HasGivenUp)
                    return Done(items.ToImmutable(), EndBehind(at));
                at.Session.IsAborted = false;
                at.Session.Depth = 0;
            }

            return Done(items.ToImmutable(), at);
        };

    /// <summary>
    /// An expression; where there is a mistake in it, what is skipped up to <paramref name="isBehind"/>, or up to the
    /// next item where <paramref name="isBehind"/> is null.
    /// </summary>
    public static Parser<ExpressionSyntax> Recovered(
        Parser<ExpressionSyntax> expression, Func<Token, bool>? isBehind = null) =>
        input =>
        {
            var result = expression(input);
            if (result.WasSuccessful || ((Token)input).Session.IsAborted)
                return result;
            var end = EndOfItem((Token)input, result.Rest(), isBehind ?? (_ => false));
            if (isBehind is not null && !isBehind(end))
                return result;
            end.Session.PassOver((Token)input, end);
            var span = TextSpan.FromBounds(((Token)input).Span.Start, end.Previous?.Span.End ?? end.Span.Start);
            return Done<ExpressionSyntax>(new SkippedExpressionSyntax(span), end);
        };

    private static IResult<ImmutableArray<T>> Items<T>(ItemKind kind, Parser<T> item, Token opening, Token first)
    {
        var session = opening.Session;
        var items = ImmutableArray.CreateBuilder<T>();
        var at = first;
        var strays = 0;
        while (!session.IsAborted)
        {
            if (at.Kind == TokenKind.OpenBrace && at.Previous?.Kind == TokenKind.OpenBrace)
            {
                session.UnexpectedItem(at, kind.Name);
                strays++;
                at = at.Next;
                continue;
            }

            if (strays > 0 && IsClosingStray(opening, at))
            {
                strays--;
                at = at.Next;
                continue;
            }

            if (opening.Kind != TokenKind.OpenBrace && IsOutsideMissing(kind, opening, at))
                break;
            if (at.Kind == TokenKind.CloseBrace)
            {
                if (!IsOneTooMany(kind, opening, at))
                    return Done(items.ToImmutable(), at.Next);
                session.Tell(at, "unexpected '}': what follows it belongs into the braces that it closes");
                at = at.Next;
                continue;
            }

            if (IsLeft(kind, opening, at))
            {
                if (strays == 0)
                    session.NotClosed(opening, at);
                break;
            }

            var result = item(at);
            if (result.WasSuccessful)
                items.Add(result.Value);
            at = result.WasSuccessful && result.Rest() != at ? result.Rest() : Resume(kind, at, result.Rest());
        }

        return Done(items.ToImmutable(), at);
    }

    // A brace that stands where an item should: with it, or without, the number of closing ones is right.
    private static bool IsClosingStray(Token opening, Token at) =>
        at.Kind == TokenKind.CloseBrace
        && (at.StartsLine
            ? at.Indent > opening.Indent
            : at.Next is { Kind: TokenKind.CloseBrace, StartsLine: false });

    private static bool IsOneTooMany(ItemKind kind, Token opening, Token closing) =>
        closing.Next.StartsLine && kind.GoesOn(opening, closing.Next);

    // Without its opening brace, what is within is what stands in the same line or is indented deeper.
    private static bool IsWithinMissing(ItemKind kind, Token at, Token before) =>
        kind.Begins(at) && (!at.StartsLine || at.Indent > before.Indent);

    private static bool IsOutsideMissing(ItemKind kind, Token before, Token at) =>
        IsLeft(kind, before, at)
        || (at.StartsLine && at.Indent < before.Indent + (at.Kind == TokenKind.CloseBrace ? 0 : 1));

    private static bool IsLeft(ItemKind kind, Token opening, Token at)
    {
        if (at.Kind == TokenKind.End || (kind.LeavesAtArrow && at.Kind == TokenKind.Arrow))
            return true;
        return at is { StartsLine: true, Kind: TokenKind.Word }
            && (!kind.LeavesByIndentation || at.Indent <= opening.Indent) && kind.Leaves(at);
    }

    // Where the item after one that failed begins, or the brace that closes them all stands.
    private static Token Resume(ItemKind kind, Token item, Token failed)
    {
        var next = FindNext(kind, item, failed);
        next.Session.PassOver(item, next);
        return next;
    }

    private static Token FindNext(ItemKind kind, Token item, Token failed)
    {
        var depth = BracesBetween(item, failed);
        var at = failed == item ? Skip(item, ref depth) : failed;
        while (at.Kind != TokenKind.End)
        {
            if (depth == 0 && (at.Kind == TokenKind.CloseBrace || IsBeginning(kind, at) || IsUnknownItem(item, at)))
                return at;
            if (depth > 0 && at.StartsLine && at.Indent <= item.Indent && (kind.Begins(at) || kind.Leaves(at)))
                return at;
            at = Skip(at, ref depth);
        }

        return at;
    }

    private static bool IsBeginning(ItemKind kind, Token at) =>
        (at.StartsLine && (kind.Begins(at) || kind.Leaves(at))) || (kind.IsFoundWithinLine && kind.Begins(at));

    // A line that begins no deeper than the one that failed, with a word of its own: perhaps the next mistake.
    private static bool IsUnknownItem(Token item, Token at) =>
        at is { StartsLine: true, Kind: TokenKind.Word } && at != item && at.Indent <= item.Indent && !at.IsKnown();

    private static Token EndOfItem(Token from, Token failed, Func<Token, bool> isBehind)
    {
        var depth = BracesBetween(from, failed);
        var at = failed;
        while (at.Kind != TokenKind.End)
        {
            if (depth == 0 && (isBehind(at) || at.Kind == TokenKind.CloseBrace))
                return at;
            if (at != from && at.IsFirstOfItem() && (depth == 0 || at.Indent <= from.Indent))
                return at;
            at = Skip(at, ref depth);
        }

        return at;
    }

    private static Token EndBehind(Token at)
    {
        while (at.Kind != TokenKind.End)
            at = at.Next;
        return at;
    }

    private static int BracesBetween(Token from, Token to)
    {
        var depth = 0;
        for (var at = from; at != to && at.Kind != TokenKind.End;)
            at = Skip(at, ref depth);
        return depth;
    }

    private static Token Skip(Token at, ref int depth)
    {
        if (at.Kind == TokenKind.OpenBrace && at != at.Session.LastUnclosed)
            depth++;
        else if (at.Kind == TokenKind.CloseBrace)
            depth = Math.Max(0, depth - 1);
        return at.Next;
    }
}
