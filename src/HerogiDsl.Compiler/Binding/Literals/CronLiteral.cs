using System.Globalization;

namespace HerogiDsl.Compiler.Binding.Literals;

/// <summary>Cron expressions of five fields.</summary>
internal static class CronLiteral
{
    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly int[] DaysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>What is wrong with an expression; null where nothing is.</summary>
    public static string? FindFault(string cron)
    {
        var fields = cron.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
            return $"a cron expression has five fields (minute, hour, day, month, weekday), this one has {fields.Length}";
        if (Parse(fields[0], 0, 59, []) is null)
            return $"'{fields[0]}' is no minute: 0 to 59, '*', 'a-b', 'a,b' or '*/n'";
        if (Parse(fields[1], 0, 23, []) is null)
            return $"'{fields[1]}' is no hour: 0 to 23, '*', 'a-b', 'a,b' or '*/n'";
        var days = fields[2] is "L" or "LW" or "?" ? Everything(1, 31) : Parse(fields[2].TrimEnd('W'), 1, 31, []);
        if (days is null)
            return $"'{fields[2]}' is no day of the month: 1 to 31, '*', 'a-b', 'a,b', '*/n' or 'L'";
        var months = Parse(fields[3], 1, 12, Months);
        if (months is null)
            return $"'{fields[3]}' is no month: 1 to 12, JAN to DEC, '*', 'a-b', 'a,b' or '*/n'";
        if (ParseWeekday(fields[4]) is null)
            return $"'{fields[4]}' is no weekday: 0 to 7, SUN to SAT, '*', 'a-b', 'a,b' or '*/n'";
        return months.Any(month => days.Any(day => day <= DaysInMonth[month - 1]))
            ? null
            : "it never fires: no such month has such a day";
    }

    private static HashSet<int>? ParseWeekday(string field)
    {
        var plain = field.EndsWith("L", StringComparison.Ordinal) ? field.Substring(0, field.Length - 1) : field.Split('#')[0];
        return field == "?" ? Everything(0, 7) : Parse(plain, 0, 7, Days);
    }

    private static HashSet<int>? Parse(string field, int least, int most, string[] names)
    {
        var values = new HashSet<int>();
        foreach (var part in field.Split(','))
        {
            var stepped = part.Split('/');
            var step = 1;
            if (stepped.Length > 2 || (stepped.Length == 2 && !TryNumber(stepped[1], out step)) || step < 1)
                return null;
            if (ParseRange(stepped[0], least, most, names, stepped.Length == 2) is not var (first, last))
                return null;
            for (var value = first; value <= last; value += step)
                values.Add(value);
            // 22-2 goes round the end of the range.
            for (var value = first; first > last && value <= most + last - least + 1; value += step)
                values.Add(value > most ? value - (most - least + 1) : value);
        }

        return values.Count == 0 ? null : values;
    }

    private static (int First, int Last)? ParseRange(string text, int least, int most, string[] names, bool isStepped)
    {
        if (text == "*")
            return (least, most);
        var ends = text.Split('-');
        if (ends.Length > 2 || ValueOf(ends[0], least, most, names) is not { } first)
            return null;
        if (ends.Length == 1)
            return (first, isStepped ? most : first);
        return ValueOf(ends[1], least, most, names) is { } last ? (first, last) : null;
    }

    private static int? ValueOf(string text, int least, int most, string[] names)
    {
        var named = Array.IndexOf(names, text.ToUpperInvariant());
        if (named >= 0)
            return named + (names == Months ? 1 : 0);
        return TryNumber(text, out var number) && number >= least && number <= most ? number : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static HashSet<int> Everything(int least, int most) => [.. Enumerable.Range(least, most - least + 1)];
}
