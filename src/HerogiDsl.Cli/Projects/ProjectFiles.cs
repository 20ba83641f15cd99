using System.Collections.Immutable;

namespace HerogiDsl.Cli.Projects;

/// <summary>Which `.herogi` files one call means.</summary>
/// <param name="Paths">The files, as they are shown: below the current folder relative to it.</param>
/// <param name="Folder">The folder that gives the project its name.</param>
internal sealed record ProjectFiles(ImmutableArray<string> Paths, string Folder)
{
    private const string Extension = ".herogi";

    // Build output and other people's code.
    private static readonly HashSet<string> Excluded = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", ".git", "node_modules",
    };

    /// <summary>Whether a file of that name is one.</summary>
    public static bool IsOne(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds them; <paramref name="typed"/> are files, or one folder, behind <paramref name="command"/>.</summary>
    public static ProjectFiles Find(IReadOnlyList<string> typed, string currentFolder, string command = "check")
    {
        if (typed.Count == 1 && Directory.Exists(typed[0]))
            return InFolder(typed[0], currentFolder, command);
        foreach (var path in typed)
            Demand(path, typed.Count, command);
        var paths = Shown(typed, currentFolder);
        return new ProjectFiles(paths, Path.GetDirectoryName(Path.GetFullPath(typed[0])) ?? currentFolder);
    }

    private static ProjectFiles InFolder(string folder, string currentFolder, string command)
    {
        var found = Below(new DirectoryInfo(folder)).ToList();
        return found.Count > 0
            ? new ProjectFiles(Shown(found, currentFolder), Path.GetFullPath(folder))
            : throw new ProjectException(
                $"no '{Extension}' file is below '{folder}': type 'herogi {command} FOLDER' with a folder that has one");
    }

    private static void Demand(string path, int count, string command)
    {
        if (Directory.Exists(path))
        {
            throw new ProjectException(
                $"'{path}' is a folder, and {count} paths were given: type 'herogi {command} FOLDER' with one folder, "
                + $"or 'herogi {command} FILE…' with files only");
        }

        if (!File.Exists(path))
        {
            throw new ProjectException(
                $"'{path}' does not exist: type 'herogi {command} FILE…' or 'herogi {command} FOLDER' with what there is");
        }

        if (!IsOne(path))
        {
            throw new ProjectException(
                $"'{path}' is no '{Extension}' file: type 'herogi {command} FILE…' with '{Extension}' files; "
                + "the template files that they name are found by themselves");
        }
    }

    private static IEnumerable<string> Below(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*" + Extension))
            yield return file.FullName;
        foreach (var inner in folder.EnumerateDirectories())
        {
            // A link may lead back up.
            if (Excluded.Contains(inner.Name) || inner.LinkTarget is not null)
                continue;
            foreach (var file in Below(inner))
                yield return file;
        }
    }

    private static ImmutableArray<string> Shown(IEnumerable<string> paths, string currentFolder) =>
    [
        .. paths
            .Select(path => Shown(Path.GetFullPath(path, currentFolder), currentFolder))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string Shown(string path, string currentFolder)
    {
        var relative = Path.GetRelativePath(currentFolder, path);
        var isBelow = !Path.IsPathRooted(relative) && !relative.StartsWith("..", StringComparison.Ordinal);
        return (isBelow ? relative : path).Replace('\\', '/');
    }
}
