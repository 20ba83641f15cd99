using System.Buffers;
using System.Globalization;

namespace HerogiDsl.Escaping;

/// <summary>
/// Text inside a JSON string literal. A lone surrogate becomes U+FFFD: it has no UTF-8 form, and no reader takes it.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', '\u007f' - ' ').Select(letter => (char)letter).Where(letter => letter is not ('"' or '\\'))));

    public static void Append(TextBuffer output, ReadOnlySpan<char> text)
    {
        // Most texts are plain ASCII, and are seen to be in one go.
        var first = text.IndexOfAnyExcept(Plain);
        if (first < 0)
            output.Append(text);
        else
            AppendLetters(output, text, first);
    }

    public static void AppendQuoted(TextBuffer output, ReadOnlySpan<char> text)
    {
        output.Append('"');
        Append(output, text);
        output.Append('"');
    }

    /// <summary>The text without lone surrogates.</summary>
    public static string Sound(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static void AppendLetters(TextBuffer output, ReadOnlySpan<char> text, int first)
    {
        var from = 0;
        for (var i = first; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is >= ' ' and not '"' and not '\\' and < '\u007f')
                continue;
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            if (letter >= '\u007f' && !char.IsSurrogate(letter) && letter is not ('\u007f' or '\u0085' or '\u2028' or '\u2029'))
                continue;
            AppendEscape(output.Append(text[from..i]), letter);
            from = i + 1;
        }

        output.Append(text[from..]);
    }

    private static void AppendEscape(TextBuffer output, char letter) => _ = letter switch
    {
        '"' => output.Append("\\\""),
        '\\' => output.Append("\\\\"),
        '\n' => output.Append("\\n"),
        '\r' => output.Append("\\r"),
        '\t' => output.Append("\\t"),
        _ when char.IsSurrogate(letter) => output.Append('\uFFFD'),
        _ => output.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
    };
}
