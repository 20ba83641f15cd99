using System.Globalization;
using System.Text;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>The small change of language: names, lists, sentences, durations.</summary>
internal static class Wording
{
    // example: companyName is company name, statusCode2 is status code2, URLPath is URL path
    public static string OfName(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isUpper = char.IsUpper(name[i]);
            var isStart = isUpper && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((isStart || name[i] == '_') && words.Length > 0 && words[words.Length - 1] != ' ')
                words.Append(' ');
            if (name[i] == '_')
                continue;
            var isAcronym = isUpper && i + 1 < name.Length && char.IsUpper(name[i + 1]);
            words.Append(isUpper && !isAcronym && (i == 0 || isStart) ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.ToString().Trim();
    }

    // example: customer's, results'
    public static string Possessive(string owner) => owner == EventWords.One ? "its"
        : owner.EndsWith("s", StringComparison.Ordinal) ? owner + "'"
        : owner + "'s";

    public static bool IsPlural(string name) =>
        name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal)
        && !name.EndsWith("us", StringComparison.Ordinal) && !name.EndsWith("is", StringComparison.Ordinal);

    /// <summary>a, b and c.</summary>
    public static string List(IEnumerable<string> items, string last = "and")
    {
        var all = items.ToArray();
        return all.Length < 2
            ? string.Concat(all)
            : string.Join(", ", all.Take(all.Length - 1)) + " " + last + " " + all[all.Length - 1];
    }

    /// <summary>What was said, as a sentence.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? "" : Capital(text) + (IsEnded(text) ? "" : ".");

    public static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    public static string Quoted(string text) => "\"" + text + "\"";

    public static string Count(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    // example: 1h30m is 1 hour 30 minutes
    public static string Of(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
            return "minus " + Of(duration.Negate());
        if (duration.Days > 0 && duration.Days % 7 == 0 && duration == TimeSpan.FromDays(duration.Days))
            return Count(duration.Days / 7, "week");
        var parts = new[]
        {
            (Count: duration.Days, Unit: "day"),
            (Count: duration.Hours, Unit: "hour"),
            (Count: duration.Minutes, Unit: "minute"),
            (Count: duration.Seconds, Unit: "second"),
            (Count: duration.Milliseconds, Unit: "millisecond"),
        };
        var said = parts.Where(part => part.Count > 0).Select(part => Count(part.Count, part.Unit)).ToArray();
        return said.Length == 0 ? "0 seconds" : string.Join(" ", said);
    }

    /// <summary>A documentation comment as one text, without the lines that are for programs.</summary>
    public static string Of(Documentation? documentation) => documentation is null
        ? ""
        : string.Join(" ", documentation.Lines.Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("@", StringComparison.Ordinal)));

    /// <summary>The same between brackets, in the middle of a sentence.</summary>
    public static string Aside(Documentation? documentation)
    {
        var text = Of(documentation).TrimEnd('.');
        var isWord = text.Length > 1 && char.IsUpper(text[0]) && (char.IsLower(text[1]) || text[1] == ' ');
        return text.Length == 0 ? "" : $" ({(isWord ? char.ToLowerInvariant(text[0]) + text.Substring(1) : text)})";
    }

    private static bool IsEnded(string text) => text[text.Length - 1] is '.' or '!' or '?' or ':';
}
