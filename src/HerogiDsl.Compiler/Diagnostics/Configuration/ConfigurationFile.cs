using System.Globalization;
using System.Text.RegularExpressions;

namespace HerogiDsl.Compiler.Diagnostics.Configuration;

/// <summary>One <c>.editorconfig</c> or <c>.globalconfig</c>, read as far as severities go.</summary>
internal sealed class ConfigurationFile
{
    private const string GlobalName = ".globalconfig";
    private static readonly char[] LineEnds = ['\n', '\r'];
    private static readonly char[] CommentMarks = ['#', ';'];

    // example: dotnet_diagnostic.HRG3004.severity = error
    private static readonly Regex Severity = new(
        @"^dotnet_diagnostic\.(?<id>[^.\s]+)\.severity$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly List<Section> _sections = [];
    private readonly Section _top = new(null);
    private bool? _isGlobal;
    private int? _level;

    private ConfigurationFile(ConfigurationText text)
    {
        var path = text.Path.Replace('\\', '/');
        var slash = path.LastIndexOf('/');
        Folder = path.Substring(0, slash + 1);
        IsNamedGlobal = string.Equals(path.Substring(slash + 1), GlobalName, StringComparison.OrdinalIgnoreCase);
        var section = _top;
        foreach (var line in text.Content.TrimStart('\uFEFF').Split(LineEnds))
        {
            if (HeaderOf(line.Trim()) is { } header)
                _sections.Add(section = new Section(SectionGlob.Parse(header)));
            else
                TakeProperty(line.Trim(), section);
        }
    }

    /// <summary>Where it is, with a slash at the end.</summary>
    public string Folder { get; }

    /// <summary>Whether the files of the folders above say nothing here.</summary>
    public bool IsRoot { get; private set; }

    /// <summary>Whether it speaks of the whole project, wherever it is.</summary>
    public bool IsGlobal => _isGlobal ?? IsNamedGlobal;

    /// <summary>Of two that are global and disagree, the higher level wins.</summary>
    public int GlobalLevel => _level ?? (IsNamedGlobal ? 100 : 0);

    /// <summary>What stands before the first section: of a global file, what it says.</summary>
    public IReadOnlyDictionary<string, ConfiguredSeverity> Top => _top.Severities;

    private bool IsNamedGlobal { get; }

    public static ConfigurationFile Read(ConfigurationText text) => new(text);

    public bool IsAbove(string path) => path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the last section says that speaks of the file and the id; null where none does.</summary>
    public ConfiguredSeverity? Of(string id, string path)
    {
        var relative = path.Substring(Folder.Length);
        for (var i = _sections.Count - 1; i >= 0; i--)
        {
            if (_sections[i].Severities.TryGetValue(id, out var found) && _sections[i].Glob?.Matches(relative) == true)
                return found;
        }

        return null;
    }

    // example: [*.{herogi,scriban}]  # the scenarios
    private static string? HeaderOf(string line)
    {
        if (line.Length == 0 || line[0] != '[')
            return null;
        for (var at = line.IndexOf(']'); at > 0; at = line.IndexOf(']', at + 1))
        {
            var rest = line.Substring(at + 1).TrimStart();
            if (rest.Length == 0 || rest[0] is '#' or ';')
                return line.Substring(1, at - 1);
        }

        return null;
    }

    private void TakeProperty(string line, Section section)
    {
        if (line.Length == 0 || line[0] is '#' or ';')
            return;
        var comment = line.IndexOfAny(CommentMarks);
        var property = comment < 0 ? line : line.Substring(0, comment);
        var sign = property.IndexOf('=');
        var colon = property.IndexOf(':');
        sign = sign < 0 || (colon >= 0 && colon < sign) ? colon : sign;
        if (sign < 0)
            return;
        var key = property.Substring(0, sign).Trim();
        var value = property.Substring(sign + 1).Trim();
        if (Severity.Match(key) is { Success: true } match)
        {
            if (ConfiguredSeverities.Parse(value) is { } severity)
                section.Severities[match.Groups["id"].Value] = severity;
        }
        else if (section == _top)
        {
            TakeSetting(key, value);
        }
    }

    private void TakeSetting(string key, string value)
    {
        if (string.Equals(key, "root", StringComparison.OrdinalIgnoreCase))
            IsRoot = IsTrue(value);
        else if (string.Equals(key, "is_global", StringComparison.OrdinalIgnoreCase))
            _isGlobal = IsTrue(value) || IsNamedGlobal;
        else if (string.Equals(key, "global_level", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level))
            _level = level;
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands under one header; before the first there is none.</summary>
    private sealed record Section(SectionGlob? Glob)
    {
        public Dictionary<string, ConfiguredSeverity> Severities { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
