namespace HerogiDsl.Testing.Simulation;

/// <summary>One try of an <c>extern</c> action.</summary>
/// <param name="Key">The key that is the same for every try.</param>
/// <param name="Asked">What it was asked for.</param>
internal sealed record ActionAttempt(string Key, string Asked)
{
    /// <summary>Whether it has given something back.</summary>
    public bool HasEnded { get; set; }
}
