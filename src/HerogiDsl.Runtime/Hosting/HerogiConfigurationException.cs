namespace HerogiDsl.Runtime.Hosting;

/// <summary>What the application must configure before the runtime can start: everything at once.</summary>
public sealed class HerogiConfigurationException : Exception
{
    /// <summary>Collects what is wrong.</summary>
    public HerogiConfigurationException(IReadOnlyList<string> problems)
        : base("HerogiDsl cannot start:" + string.Concat(problems.Select(problem => Environment.NewLine + "  " + problem))) =>
        Problems = problems;

    /// <summary>What is wrong, one by one.</summary>
    public IReadOnlyList<string> Problems { get; }
}
