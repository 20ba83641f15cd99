using System.Globalization;
using System.Text;
using HerogiDsl.Compiler.Text;
using Spectre.Console;

namespace HerogiDsl.Cli.Output;

/// <summary>One line of a file, cut to the width of the terminal, and where in it the carets stand.</summary>
/// <param name="CaretColumn">How many cells are before the first caret.</param>
/// <param name="CaretCount">How many carets, at least one.</param>
internal sealed record Excerpt(string Line, int CaretColumn, int CaretCount)
{
    private const char Cut = '…';
    private const int Narrowest = 20;

    /// <summary>What stands at <paramref name="at"/>; of a stretch of several lines, the first.</summary>
    public static Excerpt Of(SourceText text, SourceLocation at, int width)
    {
        var line = text.GetLine(at.Start.Line);
        var from = Math.Min(at.Start.Column, line.Length);
        var to = at.End.Line == at.Start.Line ? Math.Clamp(at.End.Column, from, line.Length) : line.Length;
        return Of(line, from, to, width);
    }

    /// <summary>The last line of a stretch of several; null where there is nothing to see.</summary>
    public static Excerpt? EndOf(SourceText text, SourceLocation at, int width)
    {
        var line = text.GetLine(at.End.Line);
        var from = line.Length - line.TrimStart().Length;
        var to = Math.Min(at.End.Column, line.Length);
        return at.End.Line > at.Start.Line && to > from ? Of(line, from, to, width) : null;
    }

    private static Excerpt Of(string line, int from, int to, int width)
    {
        var room = Math.Max(width, Narrowest);
        var before = Printable(line[..from]);
        var marked = Printable(line[from..to]);
        var whole = before + marked + Printable(line[to..]);
        if (whole.GetCellWidth() > room)
        {
            var shown = KeepEnd(before, room / 2);
            whole = KeepStart(string.Concat(shown, whole.AsSpan(before.Length)), room);
            before = shown;
        }

        var column = before.GetCellWidth();
        var count = Math.Clamp(marked.GetCellWidth(), 1, Math.Max(1, room - column));
        return new Excerpt(whole, column, count);
    }

    /// <summary>Without tabs, and without characters that would steer the terminal.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
                printable.Append("    ");
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
                printable.Append('\uFFFD');
            else
                printable.Append(rune.ToString());
        }

        return printable.ToString();
    }

    private static string KeepStart(string text, int cells)
    {
        if (text.GetCellWidth() <= cells)
            return text;
        var kept = new StringBuilder();
        var left = cells - 1;
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = rune.ToString();
            left -= shown.GetCellWidth();
            if (left < 0)
                break;
            kept.Append(shown);
        }

        return kept.Append(Cut).ToString();
    }

    private static string KeepEnd(string text, int cells)
    {
        if (text.GetCellWidth() <= cells)
            return text;
        var left = text.GetCellWidth() - cells + 1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (left <= 0)
                break;
            left -= rune.ToString().GetCellWidth();
            at += rune.Utf16SequenceLength;
        }

        return Cut + text[at..];
    }
}
