using System.IO.Compression;
using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests.Packages;

/// <summary>The packed generator in the oldest compiler that it is made for, and in all that came after.</summary>
public sealed class CompilerVersionTests(PackageFeed feed)
{
    private static readonly string[] Versions = ["4.8.0", "4.11.0", "4.14.0", "5.0.0", "5.9.0", "5.12.0"];

    [Fact]
    public async Task EveryCompilerGetsTheSameCodeAndTellsMistakes()
    {
        using var consumer = await Consumer.NewAsync(feed);
        consumer.Take("Shop", "Shop");
        consumer.Take("Host", "Host");
        await ExtractGeneratorAsync(consumer);
        var downloads = string.Join(';', Versions.Select(version => $"[{version}]"));
        consumer.Replace("Host/Host.csproj", "<!-- versions -->", $"""
            <ItemGroup>
                <PackageDownload Include="Microsoft.CodeAnalysis.CSharp;Microsoft.CodeAnalysis.Common" Version="{downloads}" />
              </ItemGroup>
            """);
        await consumer.BuildAsync("Host", "-p:NuGetAudit=false");

        var first = await RunAsync(consumer, Versions[0]);
        Assert.Contains("public static partial class Orders", first, StringComparison.Ordinal);
        Assert.DoesNotContain("error", first.Split("// ")[0], StringComparison.Ordinal);
        foreach (var version in Versions.Skip(1))
            Assert.Equal(first, await RunAsync(consumer, version));

        consumer.Replace("Shop/shop.herogi", "on Sent -> Failed", "on Sent -> Faild");
        Assert.Contains(
            "shop.herogi(64,16): error HRG1001: ", await RunAsync(consumer, Versions[^1]), StringComparison.Ordinal);
    }

    private async Task ExtractGeneratorAsync(Consumer consumer)
    {
        await using var archive = await feed.OpenAsync("HerogiDsl");
        await archive.ExtractToDirectoryAsync(consumer["package"]);
    }

    private static async Task<string> RunAsync(Consumer consumer, string version)
    {
        string[] folders = ["microsoft.codeanalysis.common", "microsoft.codeanalysis.csharp"];
        var roslyn = folders.Select(package => FrameworkFolder(package, version)).ToArray();
        await using var host = Program.Start(
            "dotnet", consumer["Host"], [],
            ["bin/Debug/net10.0/Host.dll", consumer["package/analyzers/dotnet/cs"], consumer["Shop"], .. roslyn]);
        Assert.True(await host.ExitAsync() == 0, host.Output);
        var line = await host.HearAsync("Roslyn ");
        Assert.StartsWith($"Roslyn {version}", line, StringComparison.Ordinal);
        return host.Output.Replace(line + "\n", "", StringComparison.Ordinal);
    }

    // The newest build of the compiler in the package, wherever it was restored to.
    private static string FrameworkFolder(string package, string version) =>
        PackageFeed.Environment.Values.Select(root => Path.Combine(root, package, version, "lib"))
            .Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .Where(folder => Path.GetFileName(folder).StartsWith("net", StringComparison.Ordinal)
                && !Path.GetFileName(folder).StartsWith("netstandard", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal).First();
}
