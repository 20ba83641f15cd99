namespace HerogiDsl.Compiler.Emit;

/// <summary>Breaks long lines of C#: between tokens where it can, else inside a text literal, which becomes a sum.</summary>
internal static class LineBreaker
{
    private const string Joint = "\" +";

    // How far behind the width is looked to tell whether a gap is a good one.
    private const int LookAhead = 8;

    public static IEnumerable<string> Break(string line, int width)
    {
        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            yield return line;
            yield break;
        }

        // What is left of the line is never copied: one may be as long as a file.
        var (start, quote) = (0, "");
        while (quote.Length + line.Length - start > width)
        {
            var head = quote + line.Substring(start, Math.Min(line.Length - start, Math.Max(width, 0) + LookAhead));
            var (gap, literal) = Find(head, width);
            if (gap > 0)
            {
                yield return head.Substring(0, gap).TrimEnd();
                start += gap - quote.Length;
                while (start < line.Length && char.IsWhiteSpace(line[start]))
                    start++;
                quote = "";
            }
            else if (literal > 0)
            {
                yield return head.Substring(0, literal) + Joint;
                start += literal - quote.Length;
                quote = "\"";
            }
            else
            {
                break;
            }
        }

        yield return quote + line.Substring(start);
    }

    // The last gap between tokens, and the last place inside a literal, that keep the line short enough.
    private static (int Gap, int Literal) Find(string line, int width)
    {
        var (gap, anyGap, literal, inText, start) = (0, 0, 0, false, 0);
        for (var i = 0; i < Math.Min(line.Length, width); i++)
        {
            switch (line[i])
            {
                case '"':
                    inText = !inText;
                    start = i + 1;
                    break;
                case '\\' when inText:
                    i += line[i + 1] == 'u' ? 5 : 1;
                    break;
                case ' ' when !inText && i > width / 3 && IsGoodGap(line, i):
                    gap = i + 1;
                    break;
                case ' ' or '(' when !inText && i > width / 3:
                    anyGap = i + 1;
                    break;
            }

            if (inText && i > start && i + Joint.Length < width)
                literal = i + 1;
        }

        return (gap > 0 ? gap : anyGap, literal);
    }

    // Behind a comma, and before an operator that joins conditions or gives another value.
    private static bool IsGoodGap(string line, int gap) =>
        line[gap - 1] == ','
        || (gap + 3 < line.Length && line.Substring(gap + 1, 2) is "&&" or "||" or "??" or "=>" or "is" && line[gap + 3] == ' ');
}
