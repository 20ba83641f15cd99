using System.Threading.RateLimiting;
using Polly;

namespace HerogiDsl.Runtime.Dispatch;

/// <summary>A resilience pipeline of just what a connection asks for. Retries are durable rows, and not in it.</summary>
internal static class ConnectionLimits
{
    private const int Segments = 20;

    /// <summary>How many may be begun in a period; how many at once is for the lane to say.</summary>
    public static void AddBeginLimits<TBuilder>(TBuilder builder, ConnectionDefinition connection)
        where TBuilder : ResiliencePipelineBuilderBase
    {
        if (connection.Limit is { } limit)
            builder.AddRateLimiter(MakeRateLimiter(limit));
    }

    /// <summary>How long one try may take.</summary>
    public static void AddTimeout<TBuilder>(TBuilder builder, ConnectionDefinition connection, TimeProvider time)
        where TBuilder : ResiliencePipelineBuilderBase
    {
        builder.TimeProvider = time;
        builder.AddTimeout(connection.Timeout);
    }

    // A segment longer than the period: so that no period, wherever it begins, sees more than the limit.
    private static SlidingWindowRateLimiter MakeRateLimiter(RateLimitDefinition limit) => new(new()
    {
        PermitLimit = limit.Count,
        Window = limit.Per * Segments / (Segments - 1),
        SegmentsPerWindow = Segments,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });
}
