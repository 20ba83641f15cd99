using HerogiDsl.Cli.Projects;

namespace HerogiDsl.Cli.Checking;

/// <summary>What the files of a project looked like: which there were, how long, and when they were last written.</summary>
internal sealed class Snapshot : IEquatable<Snapshot>
{
    // What stands beside the files, or above them, and may decide what counts: the lock, and how grave things are.
    private static readonly string[] Beside =
        ["herogi.lock", ".editorconfig", ".globalconfig", "Directory.Build.props", "Directory.Build.targets"];

    private readonly SortedDictionary<string, (long Length, DateTime Written)> _files = new(StringComparer.Ordinal);

    private Snapshot()
    {
    }

    /// <summary>What is there now of <paramref name="request"/>, and of the files that these name.</summary>
    public static Snapshot Take(CheckRequest request, IEnumerable<string> named)
    {
        var snapshot = new Snapshot();
        try
        {
            var files = ProjectFiles.Find(request.Paths, Directory.GetCurrentDirectory());
            foreach (var path in files.Paths.Concat(named))
                snapshot.Add(path);
            var folders = files.Paths.Select(path => Path.GetDirectoryName(Path.GetFullPath(path)) ?? files.Folder);
            foreach (var folder in folders.Append(files.Folder).SelectMany(Above).Distinct(StringComparer.Ordinal))
                snapshot.AddBeside(folder);
        }
        catch (Exception exception) when (exception is ProjectException or IOException or UnauthorizedAccessException)
        {
            // What is not there now may come.
            foreach (var path in request.Paths)
                snapshot.Add(path);
        }

        return snapshot;
    }

    public bool Equals(Snapshot? other) => other is not null && _files.SequenceEqual(other._files);

    public override bool Equals(object? obj) => Equals(obj as Snapshot);

    public override int GetHashCode() => _files.Count;

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            yield return at;
    }

    private void AddBeside(string folder)
    {
        foreach (var path in Beside.Select(name => Path.Combine(folder, name)).Concat(Directory.GetFiles(folder, "*.csproj")))
            Add(path);
    }

    private void Add(string path)
    {
        var file = new FileInfo(path);
        _files[path] = file.Exists ? (file.Length, file.LastWriteTimeUtc) : (-1, default);
    }
}
