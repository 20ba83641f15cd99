using System.Text.Json.Serialization;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>An answer as the hand-written program keeps it.</summary>
internal sealed record StoredAnswer(int StatusCode, string Text);

/// <summary>Its JSON, without reflection.</summary>
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class Shapes : JsonSerializerContext;
