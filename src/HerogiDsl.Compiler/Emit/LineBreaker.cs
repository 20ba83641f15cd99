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
        var (gap, literal, inText, start) = (0, 0, false, 0);
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
                case ' ' when !inText && i > width / 3:
                    gap = i + 1;
                    break;
            }

            if (inText && i > start && i + Joint.Length < width)
                literal = i + 1;
        }

        return (gap, literal);
    }
}
