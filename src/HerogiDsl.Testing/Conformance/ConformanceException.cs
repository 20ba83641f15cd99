namespace HerogiDsl.Testing.Conformance;

/// <summary>A store does not do what every store must.</summary>
internal sealed class ConformanceException(string message) : Exception(message);
