namespace HerogiDsl.Compiler.Emit;

/// <summary>Breaks long lines of C#: between tokens where it can, else inside a text literal, which becomes a sum.</summary>
internal static class LineBreaker
{
    private const string Joint = "\" +";

    public static IEnumerable<string> Break(string line, int width)
    {
        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            yield return line;
            yield break;
        }

        while (line.Length > width)
        {
            var (gap, literal) = Find(line, width);
            if (gap > 0)
            {
                yield return line.Substring(0, gap).TrimEnd();
                line = line.Substring(gap).TrimStart();
            }
            else if (literal > 0)
            {
                yield return line.Substring(0, literal) + Joint;
                line = "\"" + line.Substring(literal);
            }
            else
            {
                break;
            }
        }

        yield return line;
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
