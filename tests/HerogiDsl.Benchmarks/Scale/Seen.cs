using System.Text.Json.Serialization;

namespace HerogiDsl.Benchmarks.Scale;

/// <summary>What a child saw.</summary>
/// <param name="StartMilliseconds">From the start of the host until the first event was safe.</param>
/// <param name="Rate">Events a second.</param>
/// <param name="LongestMilliseconds">The longest that one event took to be safe.</param>
/// <param name="LateMilliseconds">How late the latest timer was.</param>
/// <param name="PeakMegabytes">The most memory that the process had.</param>
/// <param name="HeapMegabytes">The objects at the end.</param>
internal sealed record Seen(
    double StartMilliseconds, double Rate, double LongestMilliseconds, double LateMilliseconds, double PeakMegabytes, double HeapMegabytes);

/// <summary>Its JSON, without reflection.</summary>
[JsonSerializable(typeof(Seen))]
internal sealed partial class ScaleShapes : JsonSerializerContext;
