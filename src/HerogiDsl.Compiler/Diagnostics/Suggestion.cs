namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The candidate that is nearest to <paramref name="name"/>, or null where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = (name.Length + 1) / 3 + 1;
        foreach (var candidate in candidates)
        {
            if (candidate == name || Math.Abs(candidate.Length - name.Length) > least)
                continue;
            var isEqual = string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase);
            if (!isEqual && (LettersOnlyIn(name, candidate) > least || LettersOnlyIn(candidate, name) > least))
                continue;
            var distance = isEqual ? 0 : Distance(name, candidate);
            // Of two that are equally near, the one that begins alike: `stat` is `state`, not `start`.
            if (distance > least || (distance == least && (nearest is null || Shared(name, candidate) <= Shared(name, nearest))))
                continue;
            least = distance;
            nearest = candidate;
            if (least == 0)
                break;
        }

        return nearest;
    }

    private static int Shared(string name, string candidate)
    {
        var length = 0;
        while (length < name.Length && length < candidate.Length && name[length] == candidate[length])
            length++;
        return length;
    }

    // Each letter that only one of them has costs a change at least. The parser asks this of words that nobody misspelt:
    // most pairs are told apart here, without counting changes. (Letters that share a bit only make it too low.)
    private static int LettersOnlyIn(string one, string other)
    {
        var count = 0;
        for (var letters = LettersOf(one) & ~LettersOf(other); letters != 0; letters &= letters - 1)
            count++;
        return count;
    }

    private static uint LettersOf(string text)
    {
        var letters = 0u;
        foreach (var letter in text)
            letters |= 1u << (letter % 32);
        return letters;
    }

    // Letters put in, left out, replaced, or swapped with their neighbour: each counts one.
    private static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = new int[to.Length + 1];
        var row = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
            last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[to.Length];
    }
}
