using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>A stretch of a file that could not be read: from the line of its mistake, or as far as it was passed over.</summary>
/// <param name="LostName">The word before the mistake, as that of `state { on Next -> B }`: a name may be missing behind it.</param>
internal sealed record UnreadPart(SourceText Text, TextSpan Span, string LostName)
{
    /// <summary>Whether no scenario has it, but perhaps a record, an enum or an event.</summary>
    public bool IsOutsideScenarios { get; init; }

    /// <summary>Whether a colon was unexpected, or what stands behind one: the name of a field may be missing before it.</summary>
    public bool LosesField { get; init; }

    /// <summary>Whether so much is wrong that it may be anything.</summary>
    public bool IsGivenUp { get; init; }

    public bool Touches(SourceLocation at) =>
        at.Path == Text.Path && at.Span.Start <= Span.End && at.Span.End >= Span.Start;

    public bool IsIn(SourceLocation? scope) => IsGivenUp || scope is null || Touches(scope);

    public bool LacksNameOf(string[] keywords) => LostName.Length > 0 && Array.IndexOf(keywords, LostName) >= 0;
}

/// <summary>A word in it.</summary>
/// <param name="Before">The word before it, or the mark; empty at the beginning of a line.</param>
/// <param name="BeforeThat">The same of that one.</param>
internal sealed record UnreadWord(UnreadPart Part, string Text, string Before, string BeforeThat)
{
    // example: state Here, stte Here, } Here {, session int count
    public bool MayBeDeclaredBy(string[] keywords) =>
        Part.IsGivenUp
        || Before.Length == 0
        || Before is "{" or "}"
        || Array.IndexOf(keywords, Before) >= 0
        || (char.IsLetter(Before[0]) && Array.IndexOf(keywords, BeforeThat) >= 0)
        || (char.IsLetter(Before[0]) && !SyntaxFacts.Keywords.Contains(Before));
}

/// <summary>Finds them.</summary>
internal static class UnreadParts
{
    public static IEnumerable<UnreadPart> Of(SyntaxTree tree)
    {
        foreach (var diagnostic in tree.Diagnostics)
            yield return Marked(AroundMistake(tree.Text, diagnostic.Location), tree);
        foreach (var span in tree.Unread)
            yield return Marked(new UnreadPart(tree.Text, span, ""), tree);
        if (tree.GivenUpAt is { } at)
            yield return new UnreadPart(tree.Text, TextSpan.FromBounds(at, tree.Text.Content.Length), "") { IsGivenUp = true };
    }

    public static IEnumerable<UnreadWord> WordsOf(UnreadPart part)
    {
        var text = part.Text.Content;
        var (before, beforeThat) = ("", "");
        // What stands before it in its line tells what its first word may be.
        for (var at = part.Text.LineStart(part.Text.GetPosition(part.Span.Start).Line); at < part.Span.End;)
        {
            var start = at;
            while (at < part.Span.End && IsWord(text[at]))
                at++;
            if (at > start)
            {
                var word = text.Substring(start, at - start);
                if (start >= part.Span.Start)
                    yield return new UnreadWord(part, word, before, beforeThat);
                (before, beforeThat) = (word, before);
                continue;
            }

            if (text[at] is '\n' or '\r')
                (before, beforeThat) = ("", "");
            else if (!char.IsWhiteSpace(text[at]))
                (before, beforeThat) = (text.Substring(at, 1), before);
            at++;
        }
    }

    // What is missing at the end of a line is told at the beginning of the next.
    private static UnreadPart AroundMistake(SourceText text, SourceLocation at)
    {
        var end = at.Span.Start;
        while (end > 0 && char.IsWhiteSpace(text.Content[end - 1]))
            end--;
        var start = end;
        while (start > 0 && IsWord(text.Content[start - 1]))
            start--;
        var first = text.LineStart(text.GetPosition(end).Line);
        var last = text.LineEnd(at.End.Line);
        return new UnreadPart(text, TextSpan.FromBounds(first, last), text.Content.Substring(start, end - start))
        {
            // example: { email: string  : int }
            LosesField = (at.Span.Start < text.Content.Length && text.Content[at.Span.Start] == ':')
                || (end > 0 && text.Content[end - 1] == ':'),
        };
    }

    private static UnreadPart Marked(UnreadPart part, SyntaxTree tree) => part with
    {
        IsOutsideScenarios = !tree.Root.Declarations.Any(declaration =>
            declaration is ScenarioSyntax && declaration.Span.Start <= part.Span.Start && declaration.Span.End >= part.Span.End),
    };

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
