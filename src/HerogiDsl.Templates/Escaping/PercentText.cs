using System.Text;

namespace HerogiDsl.Templates.Escaping;

/// <summary>Text as one path segment or one value of a query or a form: only RFC 3986's unreserved characters stay.</summary>
internal static class PercentText
{
    private const string Digits = "0123456789ABCDEF";

    public static void Append(StringBuilder output, string text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && IsUnreserved((char)rune.Value))
            {
                output.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            foreach (var one in bytes[..count])
            {
                output.Append('%').Append(Digits[one >> 4]).Append(Digits[one & 15]);
            }
        }
    }

    private static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';
}
