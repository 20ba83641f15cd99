namespace HerogiDsl.Compiler.Diagnostics.Configuration;

/// <summary>How grave each diagnostic is in a project: the same in the build, in the editor and on the command line.</summary>
/// <remarks>
/// Errors stay errors. For warnings the order is Roslyn's: what the project says of an id, the nearest
/// <c>.editorconfig</c> that speaks of it, the <c>.globalconfig</c>s, and last whether warnings are errors.
/// </remarks>
internal sealed class SeverityConfiguration
{
    private readonly ProjectSeverities _project;
    private readonly string _folder;
    private readonly ConfigurationFile[] _nearestFirst;
    private readonly Dictionary<string, ConfiguredSeverity> _global = new(StringComparer.OrdinalIgnoreCase);

    private SeverityConfiguration(IEnumerable<ConfigurationText> texts, ProjectSeverities project, string folder)
    {
        _project = project;
        _folder = folder.Replace('\\', '/').TrimEnd('/') + "/";
        var files = texts.Select(ConfigurationFile.Read).ToArray();
        _nearestFirst = [.. files.Where(file => !file.IsGlobal).OrderByDescending(file => file.Folder.Length)];
        foreach (var level in files.Where(file => file.IsGlobal).GroupBy(file => file.GlobalLevel).OrderBy(level => level.Key))
            TakeLevel([.. level]);
    }

    public static SeverityConfiguration Default { get; } = new([], ProjectSeverities.Nothing, "");

    /// <summary>Reads the files; <paramref name="folder"/> is where relative paths of diagnostics begin.</summary>
    public static SeverityConfiguration Read(IEnumerable<ConfigurationText> texts, ProjectSeverities project, string folder) =>
        new(texts, project, folder);

    /// <summary>The diagnostics that remain, as grave as they are here.</summary>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (Of(diagnostic.Descriptor, diagnostic.Location.Path) is { } severity)
                yield return severity == diagnostic.Severity ? diagnostic : diagnostic with { Severity = severity };
        }
    }

    /// <summary>The severity of a diagnostic in a file; null where it is not told.</summary>
    public DiagnosticSeverity? Of(DiagnosticDescriptor descriptor, string path)
    {
        if (descriptor.DefaultSeverity == DiagnosticSeverity.Error)
            return DiagnosticSeverity.Error;
        var said = _project.Of(descriptor.Id);
        if (said is { } word and not ConfiguredSeverity.Default)
            return Severity(word, descriptor);
        var staysWarning = said == ConfiguredSeverity.Default;
        var configured = InFiles(descriptor.Id, path);
        if (staysWarning && configured == ConfiguredSeverity.Error)
            configured = null;
        var severity = Severity(configured ?? ConfiguredSeverity.Default, descriptor);
        var isPlainWarning = severity == DiagnosticSeverity.Warning;
        if (isPlainWarning && _project.HasNoWarnings)
            return null;
        return isPlainWarning && _project.TreatsWarningsAsErrors && !staysWarning ? DiagnosticSeverity.Error : severity;
    }

    private ConfiguredSeverity? InFiles(string id, string path)
    {
        path = path.Replace('\\', '/');
        if (!IsWhole(path))
            path = _folder + path;
        foreach (var file in _nearestFirst.Where(file => file.IsAbove(path)))
        {
            if (file.Of(id, path) is { } found)
                return found;
            if (file.IsRoot)
                break;
        }

        return _global.TryGetValue(id, out var global) ? global : null;
    }

    // Two of one level that speak of the same id are both in doubt.
    private void TakeLevel(ConfigurationFile[] files)
    {
        foreach (var id in files.SelectMany(file => file.Top).GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (id.Count() == 1)
                _global[id.Key] = id.First().Value;
            else
                _global.Remove(id.Key);
        }
    }

    // example: /home/me/app   C:/app
    private static bool IsWhole(string path) =>
        path.Length > 0 && (path[0] == '/' || (path.Length > 1 && path[1] == ':'));

    private static DiagnosticSeverity? Severity(ConfiguredSeverity word, DiagnosticDescriptor descriptor) => word switch
    {
        ConfiguredSeverity.None => null,
        ConfiguredSeverity.Silent => DiagnosticSeverity.Hidden,
        ConfiguredSeverity.Suggestion => DiagnosticSeverity.Info,
        ConfiguredSeverity.Warning => DiagnosticSeverity.Warning,
        ConfiguredSeverity.Error => DiagnosticSeverity.Error,
        _ => descriptor.DefaultSeverity,
    };
}
