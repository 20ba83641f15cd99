namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>One field of a cron expression: its least and greatest value, and the names that stand for values.</summary>
internal sealed class CronField(int least, int most, string[] names)
{
    /// <summary>The values that a field names, a bit each; null where it cannot be read.</summary>
    public ulong? Parse(string field)
    {
        // A star stands alone, but for a step.
        if (field.StartsWith("*", StringComparison.Ordinal) || field.StartsWith("?", StringComparison.Ordinal))
        {
            return field.Length == 1 ? Bits(least, most, 1)
                : field[1] == '/' && StepOf(field.Substring(2)) is { } step ? Bits(least, most, step)
                : null;
        }

        var values = 0UL;
        foreach (var part in field.Split(','))
        {
            if (ParsePart(part) is not { } found)
                return null;
            values |= found;
        }

        return values;
    }

    /// <summary>A single value, as its bit; null where it is none.</summary>
    public ulong? ParseValue(string text) => ValueOf(text) is { } value ? 1UL << value : null;

    /// <summary>One or two digits.</summary>
    public static int? Number(string text)
    {
        if (text.Length is not (1 or 2))
            return null;
        var number = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '9')
                return null;
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    // examples: 5  5/2  1-5  22-2/2
    private ulong? ParsePart(string part)
    {
        var slash = part.IndexOf('/');
        var step = 1;
        if (slash >= 0)
        {
            if (StepOf(part.Substring(slash + 1)) is not { } given)
                return null;
            step = given;
        }

        var range = slash < 0 ? part : part.Substring(0, slash);
        var dash = range.IndexOf('-');
        if (ValueOf(dash < 0 ? range : range.Substring(0, dash)) is not { } first)
            return null;
        if (dash < 0)
            return Bits(first, slash < 0 ? first : most, step);
        return ValueOf(range.Substring(dash + 1)) is { } last ? Bits(first, last, step) : null;
    }

    private int? StepOf(string text) => Number(text) is { } step && step >= 1 && step <= most ? step : null;

    private int? ValueOf(string text)
    {
        var named = Array.IndexOf(names, text.ToUpperInvariant());
        if (named >= 0)
            return named + least;
        return Number(text) is { } number && number >= least && number <= most ? number : null;
    }

    private ulong Bits(int first, int last, int step)
    {
        // 22-2 goes round the end; of the two Sundays only one counts then.
        var size = (names.Length == 7 ? 6 : most) - least + 1;
        var end = last < first ? last + size : last;
        var bits = 0UL;
        for (var value = first; value <= end; value += step)
            bits |= 1UL << (last < first && value - least >= size ? value - size : value);
        return bits;
    }
}
