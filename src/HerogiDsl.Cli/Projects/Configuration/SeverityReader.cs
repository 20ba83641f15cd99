using HerogiDsl.Compiler.Diagnostics.Configuration;

namespace HerogiDsl.Cli.Projects.Configuration;

/// <summary>What a build of these files would be told of severities, as far as files say it.</summary>
internal static class SeverityReader
{
    /// <summary>Reads it for files below <paramref name="folder"/>, whose paths begin at <paramref name="currentFolder"/>.</summary>
    public static SeverityConfiguration Read(IEnumerable<string> paths, string folder, string currentFolder)
    {
        var project = ProjectFile.Above(folder);
        var configurations = paths
            .Select(path => Path.GetDirectoryName(Path.GetFullPath(path, currentFolder)) ?? currentFolder)
            .SelectMany(above => FilesAbove(above, ".editorconfig"))
            .Concat(FilesAbove(project is null ? folder : Path.GetDirectoryName(project) ?? folder, ".globalconfig"))
            .Distinct(StringComparer.Ordinal)
            .Select(path => new ConfigurationText(path, ReadText(path)));
        return SeverityConfiguration.Read(
            configurations,
            project is null ? ProjectSeverities.Nothing : Severities(ProjectFile.Evaluate(project)),
            currentFolder);
    }

    private static IEnumerable<string> FilesAbove(string folder, string name)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var path = Path.Combine(at, name);
            if (File.Exists(path))
                yield return path;
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProjectException($"'{path}' cannot be read ({exception.Message.TrimEnd('.')}): "
                + "it says which warnings count; make it readable");
        }
    }

    // As the compiler's options: the later of them wins.
    private static ProjectSeverities Severities(ProjectProperties properties) => new()
    {
        TreatsWarningsAsErrors = properties.IsTrue("TreatWarningsAsErrors"),
        HasNoWarnings = properties["WarningLevel"].Trim() == "0",
        Ids =
        [
            .. Ids(properties["WarningsAsErrors"], ConfiguredSeverity.Error),
            .. Ids(properties["WarningsNotAsErrors"], ConfiguredSeverity.Default),
            .. Ids(properties["NoWarn"], ConfiguredSeverity.None),
        ],
    };

    private static IEnumerable<KeyValuePair<string, ConfiguredSeverity>> Ids(string list, ConfiguredSeverity severity) =>
        list.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(id => new KeyValuePair<string, ConfiguredSeverity>(id, severity));
}
