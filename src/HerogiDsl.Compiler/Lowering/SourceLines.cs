using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Pieces of `.herogi` files as one line, for comments, messages and the graph.</summary>
internal static class SourceLines
{
    private const int Longest = 140;

    public static string OneLine(SourceText text, TextSpan span)
    {
        var start = Math.Min(span.Start, text.Content.Length);
        return OneLine(text.Content.Substring(start, Math.Min(span.Length, text.Content.Length - start)));
    }

    public static string OneLine(string text) =>
        string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Shortened(string text) =>
        text.Length <= Longest ? text : text.Substring(0, Longest - 1) + "…";
}
