using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using HerogiDsl.EndToEnd.Tests.Support;

namespace HerogiDsl.EndToEnd.Tests.Packages;

/// <summary>What is in the packages: everything that is wanted, and nothing else.</summary>
public sealed class ContentsTests(PackageFeed feed)
{
    private static readonly string[] OfEveryPackage = ["LICENSE", "README.md", "THIRD-PARTY-NOTICES.md", "icon.png"];

    public static TheoryData<string> Ids => [.. PackageFeed.Ids];

    [Theory]
    [InlineData(
        "HerogiDsl",
        "analyzers/dotnet/cs/HerogiDsl.Compiler.dll", "analyzers/dotnet/cs/HerogiDsl.Compiler.pdb",
        "analyzers/dotnet/cs/HerogiDsl.Generator.dll", "analyzers/dotnet/cs/HerogiDsl.Generator.pdb",
        "analyzers/dotnet/cs/HerogiDsl.Templates.dll", "analyzers/dotnet/cs/HerogiDsl.Templates.pdb",
        "analyzers/dotnet/cs/Scriban.Signed.dll", "analyzers/dotnet/cs/Sprache.dll",
        "build/HerogiDsl.props", "build/HerogiDsl.targets", "lib/net10.0/_._")]
    [InlineData(
        "HerogiDsl.Runtime",
        "lib/net10.0/HerogiDsl.Abstractions.dll", "lib/net10.0/HerogiDsl.Abstractions.xml",
        "lib/net10.0/HerogiDsl.Runtime.dll", "lib/net10.0/HerogiDsl.Runtime.xml",
        "lib/net10.0/HerogiDsl.Templates.dll", "lib/net10.0/HerogiDsl.Templates.xml")]
    [InlineData(
        "HerogiDsl.Storage.Sqlite",
        "lib/net10.0/HerogiDsl.Storage.Sqlite.dll", "lib/net10.0/HerogiDsl.Storage.Sqlite.xml")]
    [InlineData(
        "HerogiDsl.Testing",
        "lib/net10.0/HerogiDsl.Testing.dll", "lib/net10.0/HerogiDsl.Testing.xml")]
    public async Task APackageHasTheseFilesAndNoOthers(string id, params string[] files) => Assert.Equal(
        [.. OfEveryPackage.Append(id + ".nuspec").Concat(files).Order(StringComparer.Ordinal)], await feed.FilesAsync(id));

    public static TheoryData<string> ToolPlatforms => ["any", PackageFeed.Platform];

    [Theory]
    [MemberData(nameof(ToolPlatforms))]
    public async Task TheToolHasTheCompilerAndNothingOfTheRuntime(string platform)
    {
        var files = await feed.FilesAsync("HerogiDsl.Cli." + platform);

        Assert.Superset(OfEveryPackage.ToHashSet(), files.ToHashSet());
        Assert.Contains($"tools/net10.0/{platform}/herogi.dll", files);
        Assert.Contains($"tools/net10.0/{platform}/HerogiDsl.Compiler.dll", files);
        Assert.DoesNotContain(files, file => file.EndsWith(".xml", StringComparison.Ordinal)
            && file != $"tools/net10.0/{platform}/DotnetToolSettings.xml");
        Assert.DoesNotContain(files, file =>
            file.Contains("Runtime.dll", StringComparison.Ordinal) || file.Contains("CodeAnalysis", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ToolPlatforms))]
    public async Task TheToolIsCompiledAheadForAPlatformThatIsNamed(string platform)
    {
        await using var archive = await feed.OpenAsync("HerogiDsl.Cli." + platform);
        foreach (var name in new[] { "herogi.dll", "HerogiDsl.Compiler.dll", "Sprache.dll", "Scriban.Signed.dll" })
        {
            var entry = Entry(archive, $"tools/net10.0/{platform}/{name}");
            using var assembly = new PEReader(new MemoryStream(await ReadAsync(entry)));
            Assert.Equal(platform != "any", assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EveryAssemblyOfOursHasItsSymbols(string id)
    {
        var assemblies = (await feed.FilesAsync(id)).Where(IsOurAssembly).ToArray();
        var symbols = assemblies is [] ? [] : await feed.FilesAsync(id, "snupkg");
        Assert.All(assemblies, assembly => Assert.Contains(Path.ChangeExtension(assembly, ".pdb"), symbols));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task APackageSaysWhatItIs(string id)
    {
        await using var archive = await feed.OpenAsync(id);
        await using var stream = await Entry(archive, id + ".nuspec").OpenAsync();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string Value(string name) => metadata.Element(metadata.Name.Namespace + name)?.Value ?? "";

        Assert.Equal(id, Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        foreach (var name in new[] { "authors", "description", "projectUrl", "releaseNotes", "copyright", "tags" })
            Assert.False(string.IsNullOrWhiteSpace(Value(name)), $"'{name}' is missing");
        var repository = metadata.Element(metadata.Name.Namespace + "repository");
        Assert.Equal("git", repository?.Attribute("type")?.Value);
        Assert.StartsWith("https://", repository?.Attribute("url")?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HerogiDsl", "HerogiDsl.Runtime", "HerogiDsl.Storage.Sqlite")]
    [InlineData("HerogiDsl.Storage.Sqlite", "HerogiDsl.Runtime")]
    [InlineData("HerogiDsl.Runtime")]
    [InlineData("HerogiDsl.Cli")]
    public async Task PackagesOfOursGoTogetherInOneVersionOnly(string id, params string[] needed)
    {
        await using var archive = await feed.OpenAsync(id);
        await using var stream = await Entry(archive, id + ".nuspec").OpenAsync();
        var dependencies = XDocument.Load(stream).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

        Assert.Equal(
            needed.Select(other => (other, $"[{PackageFeed.Version}]")),
            dependencies.Where(pair => pair.Key.StartsWith("HerogiDsl", StringComparison.Ordinal))
                .Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task NoFileNamesAFolderOfTheMachineThatMadeIt(string id)
    {
        var machine = new[] { Places.Repository, Path.GetTempPath(), PackageFeed.Environment["NUGET_FALLBACK_PACKAGES"] }
            .Select(path => path.TrimEnd('/')).ToArray();
        await using var archive = await feed.OpenAsync(id);
        foreach (var entry in archive.Entries.Where(entry => !entry.Name.EndsWith(".dll", StringComparison.Ordinal)
            || IsOurAssembly(entry.FullName)))
        {
            var bytes = await ReadAsync(entry);
            Assert.All(machine, path => Assert.True(
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) < 0, $"'{entry.FullName}' has '{path}' in it"));
        }
    }

    // An older compiler would refuse a generator that was made for a newer one.
    [Fact]
    public async Task TheGeneratorAsksForTheOldestCompilerThatItIsMadeFor()
    {
        await using var archive = await feed.OpenAsync("HerogiDsl");
        var references = new HashSet<(string Name, Version Version)>();
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)
            && entry.Name.StartsWith("HerogiDsl", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var assembly = new PEReader(new MemoryStream(await ReadAsync(entry)));
            var metadata = assembly.GetMetadataReader();
            references.UnionWith(metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => (metadata.GetString(reference.Name), reference.Version)));
        }

        Assert.Contains(("netstandard", new Version(2, 0, 0, 0)), references);
        Assert.All(
            references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
        Assert.All(
            references.Where(reference => reference.Name == "System.Collections.Immutable"),
            reference => Assert.True(reference.Version <= new Version(8, 0, 0, 0)));
        string[] known =
        [
            "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory",
            "HerogiDsl.Compiler", "HerogiDsl.Templates", "Sprache", "Scriban.Signed",
        ];
        Assert.Empty(references.Select(reference => reference.Name).Except(known));
    }

    private static bool IsOurAssembly(string file) =>
        Path.GetFileName(file) is var name && name.EndsWith(".dll", StringComparison.Ordinal)
        && (name.StartsWith("HerogiDsl", StringComparison.Ordinal) || name == "herogi.dll");

    private static System.IO.Compression.ZipArchiveEntry Entry(System.IO.Compression.ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? throw new FileNotFoundException(name);

    private static async Task<byte[]> ReadAsync(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var copy = new MemoryStream();
        await using var stream = await entry.OpenAsync();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
