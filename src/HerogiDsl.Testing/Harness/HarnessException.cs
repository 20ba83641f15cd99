namespace HerogiDsl.Testing.Harness;

/// <summary>Something is not as the test expects it, or the test has not said what the harness must know.</summary>
/// <param name="message">What, and how it really is.</param>
/// <param name="innerException">What it comes from.</param>
public sealed class HarnessException(string message, Exception? innerException = null) : Exception(message, innerException);
