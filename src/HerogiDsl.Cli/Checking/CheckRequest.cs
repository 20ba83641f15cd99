namespace HerogiDsl.Cli.Checking;

/// <summary>What is to be checked, as it was typed.</summary>
internal sealed record CheckRequest(string[] Paths, string? RootNamespace);
