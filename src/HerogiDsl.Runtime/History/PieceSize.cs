namespace HerogiDsl.Runtime.History;

/// <summary>
/// How many rows are deleted at once: as many as the writer manages in a moment that no step notices. Grows while there is
/// time to spare, and halves at once where there was not.
/// </summary>
internal sealed class PieceSize
{
    private const int Least = 50;
    private const int Most = 10_000;

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(5);

    public int Rows { get; private set; } = 200;

    /// <summary>A piece of this size took so long.</summary>
    public void Took(TimeSpan duration)
    {
        if (duration > Long)
            Rows = Math.Max(Least, Rows / 2);
        else if (duration < Short)
            Rows = Math.Min(Most, Rows + (Rows / 2));
    }
}
