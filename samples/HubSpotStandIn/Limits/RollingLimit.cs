namespace HubSpotStandIn.Limits;

// So many calls in any ten seconds, and so many a day; null stands for no limit.
internal sealed class RollingLimit(TimeProvider clock, int? most, int mostDaily)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> recent = [];
    private DateOnly day;
    private int today;

    public int? Most => most;

    public int MostDaily => mostDaily;

    public LimitVerdict Take()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            var isDaily = today >= mostDaily;
            if (isDaily || recent.Count >= most)
            {
                var wait = isDaily ? now.Date.AddDays(1) - now.DateTime : recent.Peek() + Window - now;
                return Verdict(isDaily ? "DAILY" : "TEN_SECONDLY_ROLLING", wait);
            }
            today++;
            if (most is not null)
            {
                recent.Enqueue(now);
            }
            return Verdict(refusedBy: null, TimeSpan.Zero);
        }
    }

    private LimitVerdict Verdict(string? refusedBy, TimeSpan wait) =>
        new(refusedBy, most - recent.Count, mostDaily - today, wait);

    private void Forget(DateTimeOffset now)
    {
        while (recent.TryPeek(out var oldest) && oldest + Window <= now)
        {
            recent.Dequeue();
        }
        if (DateOnly.FromDateTime(now.UtcDateTime) is var current && current != day)
        {
            day = current;
            today = 0;
        }
    }
}

internal readonly record struct LimitVerdict(string? RefusedBy, int? Remaining, int RemainingToday, TimeSpan Wait);
