using System.Text;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Robustness;

/// <summary>Ways to spoil a text, from a finger that slips to bytes that a disk has lost.</summary>
internal static class Mutation
{
    private static readonly string[] Oddities =
    [
        "\r\n", "\r", "\t", "\uFEFF", "\u2028", "\u2029", "\u0085", "\0", "\uD83D", "\uDE00", "\uD83D\uDE00", "\u202E", "\u200B",
        "\u05D0", "e\u0301", "\uFFFD", "\u00A0", "\"", "\"\"\"", "\"\"\"\n", "{{", "}}", "{", "}", "(", ")", "[", "]", "->", "//",
        "/*", "*/", "///", "\\", "\\u{", "\\u{110000}", "\\u{D800}", "'", "5xx", "1h30m", "99999999999999999999", "1e9", "0..0", "?.",
        "??", "..", "-", "=", "<", ">", ":", ",", ".", "@", "#", "$", "`", ";", "|", "&", "~", "{{ for x in session }}", "{{ end }}",
        "{{ if a }}", "{{ else }}", "{{~", "~}}", "{{ raw(event) }}", "{%", "// herogi disable HRG0001 HRG3004\n", "// herogi",
        "99999999w", "-9223372036854775808", "9223372036854775807", "0.0000000000000000000000000000000000001", "\u0130", "\u0131",
    ];

    private static readonly string[] Words =
    [
        .. SyntaxFacts.Keywords, "string", "int", "decimal", "bool", "datetime", "date", "duration", "json", "map", "null", "now", "length",
        "fail", "bucket", "at", "x", "State", "Event", "_", "__", "\u00e4", "clone", "Equals", "body", "ok", "statusCode", "unknown",
    ];

    /// <summary>The text, spoilt once.</summary>
    public static string Spoil(string text, Random random)
    {
        if (text.Length == 0)
            return Oddities[random.Next(Oddities.Length)];
        return random.Next(14) switch
        {
            0 => text[..random.Next(text.Length)],
            1 => text[random.Next(text.Length)..],
            2 => text.Insert(random.Next(text.Length + 1), Oddities[random.Next(Oddities.Length)]),
            3 => text.Insert(random.Next(text.Length + 1), " " + Words[random.Next(Words.Length)] + " "),
            4 => FlipBytes(text, random),
            5 => Lines(text, random),
            6 => text.ReplaceLineEndings(random.Next(3) switch { 0 => "\r\n", 1 => "\r", _ => "\u2028" }),
            7 => (random.Next(2) == 0 ? "\uFEFF" : "") + text.Replace("  ", "\t", StringComparison.Ordinal),
            8 => Move(text, random),
            _ => Tokens(text, random),
        };
    }

    /// <summary>The tokens of a text, without the end.</summary>
    public static List<TextSpan> TokensOf(string text)
    {
        var spans = new List<TextSpan>();
        for (var at = Scanner.Scan(new ParseSession(new SourceText("a.herogi", text))); at.Kind != TokenKind.End; at = at.Next)
            spans.Add(at.Span);
        return spans;
    }

    private static string Tokens(string text, Random random)
    {
        var spans = TokensOf(text);
        if (spans.Count == 0)
            return text + "}";
        var one = spans[random.Next(spans.Count)];
        var other = spans[random.Next(spans.Count)];
        var otherText = text[other.Start..other.End];
        switch (random.Next(6))
        {
            case 0:
                return text.Remove(one.Start, one.Length);
            case 1:
                return text.Insert(one.End, " " + text[one.Start..one.End]);
            case 2:
                return text[..one.Start] + otherText + text[one.End..];
            case 3:
                return text[..one.Start] + Words[random.Next(Words.Length)] + text[one.End..];
            case 4 when one.End <= other.Start:
                return text[..one.Start] + otherText + text[one.End..other.Start] + text[one.Start..one.End] + text[other.End..];
            default:
                return text[..one.Start] + Oddities[random.Next(Oddities.Length)] + text[one.End..];
        }
    }

    private static string FlipBytes(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var count = random.Next(1, 4); count > 0; count--)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Lines(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        if (random.Next(2) == 0)
            lines.RemoveAt(at);
        else
            lines.Insert(random.Next(lines.Count), lines[at]);
        return string.Join('\n', lines);
    }

    private static string Move(string text, Random random)
    {
        var start = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 200), text.Length - start);
        var piece = text.Substring(start, length);
        var rest = random.Next(2) == 0 ? text.Remove(start, length) : text;
        return rest.Insert(random.Next(rest.Length + 1), piece);
    }
}
