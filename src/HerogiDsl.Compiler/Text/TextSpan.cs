namespace HerogiDsl.Compiler.Text;

/// <summary>A stretch of a text: where it begins and how many UTF-16 units it has.</summary>
/// <param name="Start">The offset of the first unit, from 0.</param>
/// <param name="Length">The number of units, 0 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset after the last unit.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan To(TextSpan other) =>
        FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
