using HerogiDsl.Architecture.Tests.Repository;

namespace HerogiDsl.Architecture.Tests.Documentation;

/// <summary>What is restored is written down, and nothing of the machine that wrote it.</summary>
public sealed class LockFileTests
{
    public static TheoryData<string> LockFiles =>
        [.. RepositoryFiles.Below("", "packages.lock.json"), .. RepositoryFiles.Below("", "package-lock.json")];

    [Fact]
    public void EveryProjectHasALockFile() => Findings.AssertNone(
        RepositoryFiles.Below("", ".csproj")
            .Select(path => path[..(path.LastIndexOf('/') + 1)] + "packages.lock.json")
            .Where(path => !RepositoryFiles.Exists(path)),
        "restore the solution, and commit these files");

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void ALockFileNamesNoHost(string path) =>
        Assert.DoesNotContain("\"resolved\": \"http", RepositoryFiles.Read(path), StringComparison.Ordinal);
}
