namespace HerogiDsl.Compiler.Explaining;

/// <summary>What `event` is called, where it has no name of its own.</summary>
internal static class EventWords
{
    /// <summary>What the sentence has just spoken of.</summary>
    public const string One = "it";

    public const string Answer = "the answer";

    /// <summary>One of several.</summary>
    public const string Several = "what came";
}
