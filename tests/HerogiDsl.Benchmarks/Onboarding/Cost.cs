namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>What a crowd costs, the server that answers its calls included.</summary>
/// <param name="Rate">Customers a second.</param>
/// <param name="Microseconds">Time of the processor a customer: steadier than the rate on a machine that is shared.</param>
/// <param name="Kilobytes">What is allocated for a customer.</param>
internal readonly record struct Cost(double Rate, double Microseconds, double Kilobytes)
{
    public static async Task<Cost> OfAsync(Crowd crowd, Func<Task<TimeSpan>> run)
    {
        var bytes = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var time = await run();
        processor = Environment.CpuUsage.TotalTime - processor;
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        return new Cost(
            crowd.Customers / time.TotalSeconds, processor.TotalMicroseconds / crowd.Customers, bytes / 1024d / crowd.Customers);
    }

    public static Cost Median(IEnumerable<Cost> costs)
    {
        var all = costs.ToList();
        return new Cost(
            Measuring.Median.Of(all.Select(cost => cost.Rate)),
            Measuring.Median.Of(all.Select(cost => cost.Microseconds)),
            Measuring.Median.Of(all.Select(cost => cost.Kilobytes)));
    }

    public override string ToString() => FormattableString.Invariant($"{Microseconds:0} us of the processor, {Kilobytes:0.0} KB");
}
