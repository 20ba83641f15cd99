namespace HerogiDsl.Escaping;

/// <summary>Text that must stay on one line: a header's value, a subject, an address.</summary>
internal static class LineText
{
    /// <summary>The first character that breaks a line or that no header may hold; -1 where there is none.</summary>
    public static int IndexOfBreak(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((text[i] < ' ' && text[i] != '\t') || text[i] is '\u007f' or '\u0085' or '\u2028' or '\u2029')
            {
                return i;
            }
        }

        return -1;
    }
}
