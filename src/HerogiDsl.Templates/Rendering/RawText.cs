namespace HerogiDsl.Templates.Rendering;

/// <summary>What <c>raw(x)</c> gives: a value that is written as it is.</summary>
internal sealed record RawText(object? Value);
