namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>A folder for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("herogi-").FullName;

    public string Database => System.IO.Path.Combine(Path, "herogi.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
