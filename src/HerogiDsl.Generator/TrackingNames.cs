namespace HerogiDsl.Generator;

/// <summary>The steps of the generator, as tests of its caching name them.</summary>
internal static class TrackingNames
{
    public const string ReadOptions = nameof(ReadOptions);
    public const string ParseFile = nameof(ParseFile);
    public const string ReadTemplate = nameof(ReadTemplate);
    public const string ReadSeverities = nameof(ReadSeverities);
    public const string ReadLock = nameof(ReadLock);
    public const string Compile = nameof(Compile);
    public const string ScenarioModel = nameof(ScenarioModel);
    public const string Diagnostics = nameof(Diagnostics);
}
