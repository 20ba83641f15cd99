using System.Xml.Linq;
using HerogiDsl.Architecture.Tests.Repository;

namespace HerogiDsl.Architecture.Tests.Rooms;

/// <summary>Which project may know which.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Known = new Dictionary<string, string[]>
    {
        ["HerogiDsl.Templates"] = [],
        ["HerogiDsl.Compiler"] = ["HerogiDsl.Templates"],
        ["HerogiDsl.Generator"] = ["HerogiDsl.Compiler", "HerogiDsl.Templates"],
        ["HerogiDsl.Abstractions"] = [],
        ["HerogiDsl.Runtime"] = ["HerogiDsl.Abstractions", "HerogiDsl.Templates"],
        ["HerogiDsl.Storage.Sqlite"] = ["HerogiDsl.Runtime", "HerogiDsl.Abstractions"],
        ["HerogiDsl.Testing"] = ["HerogiDsl.Runtime", "HerogiDsl.Abstractions"],
        ["HerogiDsl"] = ["HerogiDsl.Runtime", "HerogiDsl.Storage.Sqlite", "HerogiDsl.Generator"],
        ["HerogiDsl.Cli"] = ["HerogiDsl.Compiler"],
    };

    public static TheoryData<string> Projects => [.. RepositoryFiles.Below("src", ".csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectKnowsOnlyWhatItMay(string project) =>
        Findings.AssertNone(Breaches(project, RepositoryFiles.Read(project)), "a reference that is not allowed");

    [Theory]
    [InlineData("HerogiDsl.Runtime", "HerogiDsl.Compiler")]
    [InlineData("HerogiDsl.Cli", "HerogiDsl.Generator")]
    [InlineData("HerogiDsl.Compiler", "HerogiDsl.Abstractions")]
    [InlineData("HerogiDsl.Unheard", "HerogiDsl.Compiler")]
    public void AReferenceThatIsNotAllowedIsFound(string project, string referenced)
    {
        var text = $"""
            <Project><ItemGroup><ProjectReference Include="..\{referenced}\{referenced}.csproj" /></ItemGroup></Project>
            """;

        Assert.Single(Breaches($"src/{project}/{project}.csproj", text));
    }

    [Fact]
    public void EveryProjectOfTheRepositoryIsInTheSolution()
    {
        var solution = RepositoryFiles.Read("HerogiDsl.sln").Replace('\\', '/');

        Findings.AssertNone(
            RepositoryFiles.Below("", ".csproj").Where(path => !solution.Contains(path, StringComparison.Ordinal)),
            "these projects are not in 'HerogiDsl.sln'");
    }

    private static IEnumerable<string> Breaches(string project, string text)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        if (!Known.TryGetValue(name, out var known))
            return [$"'{name}' has no line in the table of who may know whom"];
        return XDocument.Parse(text).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")?.Value ?? "")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(referenced => !known.Contains(referenced))
            .Select(referenced => $"'{name}' references '{referenced}'");
    }
}
