using System.Buffers;

namespace HerogiDsl.Escaping;

/// <summary>Text in HTML, between tags and in quoted attributes.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'\0");

    public static void Append(TextBuffer output, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            output.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "\uFFFD",
            });
            text = text[(at + 1)..];
        }

        output.Append(text);
    }
}
