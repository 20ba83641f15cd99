using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>A string or raw block: its value, and where each character of the value stands in the text.</summary>
/// <param name="Value">The text without quotes, escapes resolved, indentation taken off.</param>
/// <param name="Span">From the opening quote to the end of the closing one.</param>
/// <param name="IsRaw">Whether it is a raw block.</param>
/// <param name="Runs">Stretches of the value that stand unchanged in the text, in order; the first begins at 0.</param>
internal sealed record StringLiteral(string Value, TextSpan Span, bool IsRaw, ImmutableArray<StringRun> Runs)
{
    /// <summary>The place in the file of a stretch of the value.</summary>
    public TextSpan Locate(int start, int length)
    {
        var from = Offset(start);
        return TextSpan.FromBounds(from, Math.Max(from, length == 0 ? from : Offset(start + length - 1) + 1));
    }

    private int Offset(int valueOffset)
    {
        for (var i = Runs.Length - 1; i >= 0; i--)
        {
            if (Runs[i].ValueStart <= valueOffset)
                return Math.Min(Runs[i].SourceStart + valueOffset - Runs[i].ValueStart, Span.End);
        }

        return Span.Start;
    }
}

/// <summary>From <paramref name="ValueStart"/> of the value on, the text continues at <paramref name="SourceStart"/>.</summary>
internal readonly record struct StringRun(int ValueStart, int SourceStart);
