using System.Globalization;
using System.Text;

namespace HerogiDsl.Compiler.Locking;

/// <summary>A text between quotes, on one line whatever it holds.</summary>
internal static class LockedText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                escaped.Append('\\').Append(character);
            else if (char.IsControl(character) || char.IsSurrogate(character) || char.IsSeparator(character) && character != ' ')
                escaped.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>The text that was escaped; null where it is none.</summary>
    public static string? Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (i < text.Length && text[i] is '"' or '\\')
            {
                plain.Append(text[i]);
            }
            else if (i + 4 < text.Length && text[i] == 'u'
                && int.TryParse(text.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 4;
            }
            else
            {
                return null;
            }
        }

        return plain.ToString();
    }
}
