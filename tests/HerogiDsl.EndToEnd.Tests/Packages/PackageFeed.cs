using System.IO.Compression;
using System.Runtime.InteropServices;
using HerogiDsl.EndToEnd.Tests.Packages;
using HerogiDsl.EndToEnd.Tests.Support;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace HerogiDsl.EndToEnd.Tests.Packages;

/// <summary>The packages, made once for all tests, and where consumers put what they restore.</summary>
/// <remarks>
/// What was restored of ours in an earlier run is thrown away, so that no test sees an old package of the same version; what others
/// made is kept, and taken from the user's own folder where it is there.
/// </remarks>
public sealed class PackageFeed : IDisposable
{
    /// <summary>A version that no real package has.</summary>
    public const string Version = "0.1.0-consumer";

    private static readonly string[] Projects =
        ["HerogiDsl", "HerogiDsl.Runtime", "HerogiDsl.Storage.Sqlite", "HerogiDsl.Testing", "HerogiDsl.Cli"];

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<string>> feed;

    public PackageFeed()
    {
        feed = new Lazy<Task<string>>(PackAsync);
    }

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Places.Repository, "artifacts", "consumer-packages"),
        ["NUGET_FALLBACK_PACKAGES"] = UserPackages(),
    };

    /// <summary>The platform that these tests run on.</summary>
    public static string Platform { get; } = RuntimeInformation.RuntimeIdentifier;

    public static IReadOnlyList<string> Ids => [.. Projects, "HerogiDsl.Cli.any", "HerogiDsl.Cli." + Platform];

    /// <summary>The folder that the packages are in.</summary>
    public Task<string> FolderAsync() => feed.Value;

    /// <summary>What is in a package: the names of its files, without those that every archive of NuGet has.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(string id, string extension = "nupkg")
    {
        await using var archive = await OpenAsync(id, extension);
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    public async Task<ZipArchive> OpenAsync(string id, string extension = "nupkg") =>
        await ZipFile.OpenReadAsync(Path.Combine(await FolderAsync(), $"{id}.{Version}.{extension}"));

    public void Dispose() => folder.Dispose();

    private static string UserPackages() =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private async Task<string> PackAsync()
    {
        if (Directory.Exists(Environment["NUGET_PACKAGES"]))
        {
            foreach (var old in Directory.GetDirectories(Environment["NUGET_PACKAGES"], "herogi*"))
                Directory.Delete(old, recursive: true);
        }

        var projects = string.Join(';', Projects.Select(id => Path.Combine(Places.Repository, "src", id, id + ".csproj")));
        File.WriteAllText(folder["pack.proj"], $"""
            <Project>
              <Target Name="Restore"><MSBuild Projects="{projects}" Targets="Restore" /></Target>
              <Target Name="Pack">
                <MSBuild Projects="{projects}" Targets="Pack" BuildInParallel="true"
                         Properties="PackageVersion={Version};PackageOutputPath={folder["feed"]}" />
              </Target>
            </Project>
            """);
        var (exitCode, output) = await Program.RunAsync(
            folder.Path, "msbuild", folder["pack.proj"], "-restore", "-t:Pack", "-m:2", "-nodeReuse:false", "-nologo", "-v:quiet",
            "-warnAsError", "-p:Configuration=Release", $"-p:ToolPlatforms={Platform}%3Bany");
        Assert.True(exitCode == 0 && output.Trim().Length == 0, output);
        return folder["feed"];
    }
}
