using System.Buffers;

namespace HerogiDsl.Escaping;

/// <summary>Text as one path segment or one value of a query or a form: only RFC 3986's unreserved characters stay.</summary>
internal static class PercentText
{
    private const string Digits = "0123456789ABCDEF";

    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    public static void Append(TextBuffer output, ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(Unreserved);
        output.Append(first < 0 ? text : text[..first]);
        if (first >= 0)
            AppendRunes(output, text[first..]);
    }

    private static void AppendRunes(TextBuffer output, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Unreserved.Contains((char)rune.Value))
            {
                output.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            foreach (var one in bytes[..count])
                output.Append('%').Append(Digits[one >> 4]).Append(Digits[one & 15]);
        }
    }
}
