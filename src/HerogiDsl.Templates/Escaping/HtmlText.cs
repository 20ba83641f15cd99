using System.Text;

namespace HerogiDsl.Templates.Escaping;

/// <summary>Text in HTML, between tags and in quoted attributes.</summary>
internal static class HtmlText
{
    public static void Append(StringBuilder output, string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var escape = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\0' => "\uFFFD",
                _ => null,
            };
            if (escape is not null)
            {
                output.Append(text, from, i - from).Append(escape);
                from = i + 1;
            }
        }

        output.Append(text, from, text.Length - from);
    }
}
