using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HerogiDsl.Compiler.Diagnostics.Configuration;

// example: *.herogi   flows/**.herogi   [!a]?.{herogi,scriban}   step{1..12}.herogi
/// <summary>The header of a section, as EditorConfig defines it (https://spec.editorconfig.org).</summary>
internal sealed class SectionGlob
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Regex Range = new(
        @"^(?<low>[+-]?\d+)\.\.(?<high>[+-]?\d+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience);

    private readonly List<(long Low, long High)> _ranges = [];
    private readonly Regex? _pattern;

    private SectionGlob(string header)
    {
        var pattern = new StringBuilder("^");
        if (header.IndexOf('/') < 0)
            pattern.Append("(?:.*/)?");
        Translate(header.StartsWith("/", StringComparison.Ordinal) ? header.Substring(1) : header, pattern);
        try
        {
            _pattern = new Regex(pattern.Append("\\z").ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            // Such as [z-a]: no file is meant.
            _pattern = null;
        }
    }

    public static SectionGlob Parse(string header) => new(header);

    /// <summary>Whether a path is meant; it begins at the folder of the file that the section is in.</summary>
    public bool Matches(string path)
    {
        try
        {
            return _pattern?.Match(path) is { Success: true } match && AreInRange(match);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private bool AreInRange(Match match)
    {
        for (var i = 0; i < _ranges.Count; i++)
        {
            var group = match.Groups["n" + i.ToString(CultureInfo.InvariantCulture)];
            // A choice that was not taken has no number.
            if (!group.Success)
                continue;
            if (!long.TryParse(group.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || number < _ranges[i].Low || number > _ranges[i].High)
                return false;
        }

        return true;
    }

    private void Translate(string glob, StringBuilder pattern)
    {
        for (var at = 0; at < glob.Length;)
        {
            var taken = glob[at] switch
            {
                '*' => Star(glob, at, pattern),
                '?' => Append(pattern, "[^/]"),
                '[' => Set(glob, at, pattern),
                '{' => Choice(glob, at, pattern),
                '\\' when at + 1 < glob.Length => Append(pattern, Regex.Escape(glob.Substring(at + 1, 1)), 2),
                '/' when glob.IndexOf("/**/", at, StringComparison.Ordinal) == at => Append(pattern, "(?:/|/.*/)", 4),
                _ => 0,
            };
            at += taken > 0 ? taken : Append(pattern, Regex.Escape(glob.Substring(at, 1)));
        }
    }

    private static int Append(StringBuilder pattern, string piece, int taken = 1)
    {
        pattern.Append(piece);
        return taken;
    }

    private static int Star(string glob, int at, StringBuilder pattern) =>
        at + 1 < glob.Length && glob[at + 1] == '*' ? Append(pattern, ".*", 2) : Append(pattern, "[^/]*");

    // example: [a-z_]   [!abc]
    private static int Set(string glob, int at, StringBuilder pattern)
    {
        var close = glob.IndexOf(']', at + 1);
        if (close < 0 || close == at + 1)
            return 0;
        var inside = glob.Substring(at + 1, close - at - 1);
        if (inside.IndexOf('/') >= 0)
            return 0;
        var isNot = inside[0] is '!' or '^' && inside.Length > 1;
        var characters = isNot ? inside.Substring(1) : inside;
        var escaped = characters.Replace("\\", "\\\\").Replace("[", "\\[").Replace("^", "\\^");
        return Append(pattern, isNot ? $"[^/{escaped}]" : $"[{escaped}]", close - at + 1);
    }

    // example: {herogi,scriban}   {1..3}   but {herogi} means these very characters
    private int Choice(string glob, int at, StringBuilder pattern)
    {
        if (PartsOf(glob, at) is not { } parts)
            return 0;
        var length = parts.Sum(part => part.Length + 1) + 1;
        if (parts.Count > 1)
        {
            pattern.Append("(?:");
            for (var i = 0; i < parts.Count; i++)
            {
                pattern.Append(i == 0 ? "" : "|");
                Translate(parts[i], pattern);
            }

            return Append(pattern, ")", length);
        }

        if (Range.Match(parts[0]) is { Success: true } range
            && long.TryParse(range.Groups["low"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var low)
            && long.TryParse(range.Groups["high"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var high))
        {
            var name = "n" + _ranges.Count.ToString(CultureInfo.InvariantCulture);
            _ranges.Add((Math.Min(low, high), Math.Max(low, high)));
            return Append(pattern, $"(?<{name}>[+-]?[0-9]+)", length);
        }

        pattern.Append("\\{");
        Translate(parts[0], pattern);
        return Append(pattern, "\\}", length);
    }

    // What stands between the commas of these braces; null where they are not closed.
    private static List<string>? PartsOf(string glob, int open)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = open + 1;
        for (var at = open; at < glob.Length; at++)
        {
            if (glob[at] == '\\')
                at++;
            else if (glob[at] == '{')
                depth++;
            else if (glob[at] == ',' && depth == 1)
                Take(at);
            else if (glob[at] == '}' && --depth == 0)
            {
                Take(at);
                return parts;
            }
        }

        return null;

        void Take(int at)
        {
            parts.Add(glob.Substring(start, at - start));
            start = at + 1;
        }
    }
}
