namespace HerogiDsl.Architecture.Tests.Repository;

/// <summary>The files of this repository, as somebody wrote them.</summary>
internal static class RepositoryFiles
{
    private static readonly HashSet<string> Excluded = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", ".git", ".vs", ".idea", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts",
    };

    public static string Root { get; } = FindRoot();

    /// <summary>The paths below a folder of the repository that end so, relative to the repository.</summary>
    public static IReadOnlyList<string> Below(string folder, string ending) =>
    [
        .. Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) =>
        File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        if (!folder.Exists)
            return [];
        return folder.EnumerateFiles().Select(file => file.FullName).Concat(
            folder.EnumerateDirectories().Where(inner => !Excluded.Contains(inner.Name)).SelectMany(Walk));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HerogiDsl.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no 'HerogiDsl.sln' above '{AppContext.BaseDirectory}'");
    }
}
