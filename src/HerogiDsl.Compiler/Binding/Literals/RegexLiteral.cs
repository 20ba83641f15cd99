using System.Text.RegularExpressions;

namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>Regular expressions that run without backtracking.</summary>
internal static class RegexLiteral
{
    /// <summary>What is wrong with a pattern; null where nothing is.</summary>
    public static string? FindFault(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }

        return FindBacktracking(pattern);
    }

    private static string? FindBacktracking(string pattern)
    {
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.Length - i - 1;
            if (pattern[i] == '\\' && rest > 0)
            {
                var next = pattern[++i];
                if (!inClass && (next is >= '1' and <= '9' || next == 'k'))
                    return "a back reference cannot run without backtracking";
                if (!inClass && next == 'G')
                    return "'\\G' cannot run without backtracking";
            }
            else if (inClass)
            {
                inClass = pattern[i] != ']';
            }
            else if (pattern[i] == '[')
            {
                inClass = true;
                i += SkipClassStart(pattern, i);
            }
            else if (pattern[i] == '(' && FindBacktrackingGroup(pattern, i) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    // In []a] and [^]a] the first bracket is a member of the class.
    private static int SkipClassStart(string pattern, int i)
    {
        var skipped = 0;
        if (i + 1 < pattern.Length && pattern[i + 1] == '^')
            skipped++;
        if (i + 1 + skipped < pattern.Length && pattern[i + 1 + skipped] == ']')
            skipped++;
        return skipped;
    }

    private static string? FindBacktrackingGroup(string pattern, int i)
    {
        bool Starts(string opening) => string.CompareOrdinal(pattern, i, opening, 0, opening.Length) == 0;
        if (Starts("(?=") || Starts("(?!") || Starts("(?<=") || Starts("(?<!"))
            return "look-around cannot run without backtracking";
        if (Starts("(?>"))
            return "an atomic group cannot run without backtracking";
        return Starts("(?(") ? "a conditional group cannot run without backtracking" : null;
    }
}
