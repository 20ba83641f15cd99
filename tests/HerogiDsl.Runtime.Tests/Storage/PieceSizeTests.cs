using HerogiDsl.Runtime.History;

namespace HerogiDsl.Runtime.Tests.Storage;

public sealed class PieceSizeTests
{
    [Theory]
    [InlineData(new[] { 1 }, 300)]
    [InlineData(new[] { 1, 1 }, 450)]
    [InlineData(new[] { 3, 4, 5 }, 200)]
    [InlineData(new[] { 6 }, 100)]
    [InlineData(new[] { 6, 6, 6, 6, 6 }, 50)]
    [InlineData(new[] { 1, 6 }, 150)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 10_000)]
    public void APieceIsAsLargeAsTheWriterManagesInAMoment(int[] milliseconds, int rows)
    {
        var piece = new PieceSize();
        foreach (var took in milliseconds)
            piece.Took(TimeSpan.FromMilliseconds(took));
        Assert.Equal(rows, piece.Rows);
    }
}
