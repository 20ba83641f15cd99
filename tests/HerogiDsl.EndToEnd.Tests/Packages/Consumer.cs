using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests.Packages;

/// <summary>Somebody who has the packages and not the repository.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private Consumer()
    {
    }

    public string this[string file] => folder[file];

    public static async Task<Consumer> NewAsync(PackageFeed feed)
    {
        var consumer = new Consumer();
        consumer.Write("nuget.config", $"""
            <configuration><packageSources><add key="herogi" value="{await feed.FolderAsync()}" /></packageSources></configuration>
            """);
        return consumer;
    }

    /// <summary>Copies the files of a folder of <c>Consumer</c>.</summary>
    /// <remarks>Its projects end with <c>.txt</c>, so that they are none of the repository's.</remarks>
    public void Take(string name, string to)
    {
        var from = Path.Combine(Places.Repository, "tests", "HerogiDsl.EndToEnd.Tests", "Consumer", name);
        foreach (var file in Directory.GetFiles(from))
        {
            var copy = Path.GetFileName(file).Replace(".csproj.txt", ".csproj", StringComparison.Ordinal);
            Write(Path.Combine(to, copy), File.ReadAllText(file));
        }
    }

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], content);
    }

    public void Replace(string file, string old, string by)
    {
        var content = File.ReadAllText(this[file]);
        Assert.Contains(old, content, StringComparison.Ordinal);
        File.WriteAllText(this[file], content.Replace(old, by, StringComparison.Ordinal));
    }

    public Task<(int ExitCode, string Output)> DotnetAsync(string at, params string[] arguments) =>
        Program.RunAsync("dotnet", this[at], PackageFeed.Environment, arguments);

    /// <summary>Runs <c>dotnet</c>, which must succeed and warn of nothing.</summary>
    public async Task<string> SucceedAsync(string at, params string[] arguments)
    {
        var (exitCode, output) = await DotnetAsync(at, arguments);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        return output;
    }

    public Task<string> BuildAsync(string at, params string[] arguments) =>
        SucceedAsync(at, ["build", "--nologo", "-consoleLoggerParameters:NoSummary", .. arguments]);

    /// <summary>The errors of a build that must fail.</summary>
    public async Task<string[]> FailAsync(string at)
    {
        var (exitCode, output) = await DotnetAsync(at, "build", "--nologo", "-consoleLoggerParameters:NoSummary");
        Assert.True(exitCode != 0, output);
        return
        [
            .. output.Split('\n').Where(line => line.Contains("error ", StringComparison.Ordinal))
                .Select(line => line.Trim()).Distinct(StringComparer.Ordinal),
        ];
    }

    public void Dispose() => folder.Dispose();
}
