using System.Diagnostics;

namespace HerogiDsl.Benchmarks.Measuring;

/// <summary>Two ways to the same end, measured in turns.</summary>
/// <remarks>
/// Not BenchmarkDotNet: it measures one way to its end and then the other, so that whatever else the machine does in
/// between passes for a difference. Here each round measures both close together, in an order that alternates, and the
/// ratio is the median of the rounds' ratios: it holds on a machine that is shared, where absolute figures do not. The
/// rounds are many and shorter than a scheduler's slice of time, so that most of them are not interrupted.
/// </remarks>
internal sealed record Pair(Sample Ours, Sample Hand, double Ratio)
{
    private const int Rounds = 301;

    public static Pair Measure(Action ours, Action hand)
    {
        var ourCount = Sample.WarmUp(ours);
        var handCount = Sample.WarmUp(hand);
        var ourRounds = new List<Sample>(Rounds);
        var handRounds = new List<Sample>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
                ourRounds.Add(Sample.Take(ours, ourCount));
            handRounds.Add(Sample.Take(hand, handCount));
            if (round % 2 == 1)
                ourRounds.Add(Sample.Take(ours, ourCount));
        }

        var ratios = ourRounds.Zip(handRounds, (our, its) => our.Nanoseconds / its.Nanoseconds);
        return new Pair(Sample.Median(ourRounds), Sample.Median(handRounds), Median.Of(ratios));
    }
}

/// <summary>What one call of something costs.</summary>
internal readonly record struct Sample(double Nanoseconds, double Bytes)
{
    private const int WarmUpCalls = 2000;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(2);

    /// <summary>Measures something alone.</summary>
    public static Sample Measure(Action action, int rounds = 101)
    {
        var count = WarmUp(action);
        return Median([.. Enumerable.Range(0, rounds).Select(_ => Take(action, count))]);
    }

    /// <summary>Runs until the just-in-time compiler has had its say; gives how many calls fill a round.</summary>
    public static int WarmUp(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        var calls = 0;
        var time = TimeSpan.Zero;
        for (; time < WarmUpTime || (calls < WarmUpCalls && time < LongestWarmUp); calls++)
        {
            action();
            time = Stopwatch.GetElapsedTime(start);
        }

        var single = Take(action, Math.Max(1, calls / 20)).Nanoseconds;
        return (int)Math.Clamp(Round.TotalNanoseconds / single, 1, 1_000_000);
    }

    public static Sample Take(Action action, int calls)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
            action();
        var time = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new Sample(time.TotalNanoseconds / calls, (double)bytes / calls);
    }

    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        Measuring.Median.Of(samples.Select(sample => sample.Nanoseconds)),
        Measuring.Median.Of(samples.Select(sample => sample.Bytes)));
}

/// <summary>The value in the middle.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }
}
