using System.Text.RegularExpressions;

namespace HerogiDsl.Cli.Projects.Configuration;

// example: $(NoWarn);HRG3018
/// <summary>The properties of a project, as far as they are plain text and plain conditions.</summary>
internal sealed partial class ProjectProperties
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase)
    {
        // What `dotnet build` builds when nobody says otherwise.
        ["Configuration"] = "Debug",
        ["Platform"] = "AnyCPU",
    };

    /// <summary>The value of a property; empty where it has none.</summary>
    public string this[string name]
    {
        get => _values.GetValueOrDefault(name, "");
        set => _values[name] = value;
    }

    public bool IsTrue(string name) => string.Equals(this[name].Trim(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with its properties put in; null where it calls for more than that.</summary>
    public string? Expand(string text)
    {
        text = FileAbove().Replace(text, match => PathOfFileAbove(match.Groups["name"].Value, match.Groups["from"].Value));
        var expanded = Property().Replace(text, match => this[match.Groups["name"].Value]);
        return expanded.Contains("$(", StringComparison.Ordinal) || expanded.Contains("@(", StringComparison.Ordinal)
            ? null
            : expanded;
    }

    /// <summary>Whether a condition holds; one that is more than comparisons joined by `and` or `or` does not.</summary>
    public bool Holds(string? condition)
    {
        if (string.IsNullOrWhiteSpace(condition))
            return true;
        if (Expand(condition) is not { } expanded)
            return false;
        return Or().Split(expanded).Any(any => And().Split(any).All(HoldsAlone));
    }

    private static bool HoldsAlone(string comparison)
    {
        if (Exists().Match(comparison) is { Success: true } exists)
        {
            var path = exists.Groups["path"].Value;
            return (File.Exists(path) || Directory.Exists(path)) == !exists.Groups["not"].Success;
        }

        return Comparison().Match(comparison) is { Success: true } match
            && string.Equals(match.Groups["left"].Value, match.Groups["right"].Value, StringComparison.OrdinalIgnoreCase)
                == (match.Groups["sign"].Value == "==");
    }

    private string PathOfFileAbove(string name, string from)
    {
        for (var at = Path.GetFullPath(Expand(from) ?? "/"); at is not null; at = Path.GetDirectoryName(at))
        {
            var path = Path.Combine(at, name);
            if (File.Exists(path))
                return path;
        }

        return "";
    }

    [GeneratedRegex(@"\$\((?<name>\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();

    // example: $([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))
    [GeneratedRegex(
        @"\$\(\[MSBuild\]::GetPathOfFileAbove\(\s*'?(?<name>[^',()]+)'?\s*,\s*'?(?<from>[^',]*)'?\s*\)\)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex FileAbove();

    [GeneratedRegex(
        @"^\s*'?(?<left>[^'=!<>]*?)'?\s*(?<sign>==|!=)\s*'?(?<right>[^'=!<>]*?)'?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(
        @"^\s*(?<not>!)?\s*exists\s*\(\s*'(?<path>[^']*)'\s*\)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Exists();

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Or();

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex And();
}
