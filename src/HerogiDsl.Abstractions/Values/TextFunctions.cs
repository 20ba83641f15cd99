using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace HerogiDsl.Values;

/// <summary>The functions of the language about texts, for generated code. All compare by characters.</summary>
public static class TextFunctions
{
    /// <summary>Options under which every regular expression of the language runs.</summary>
    public const RegexOptions Pattern = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>In lower case.</summary>
    public static string Lower(string text) => text.ToLowerInvariant();

    /// <summary>In upper case.</summary>
    public static string Upper(string text) => text.ToUpperInvariant();

    /// <summary>Without white space around it.</summary>
    public static string Trim(string text) => text.Trim();

    /// <summary>Whether it begins so.</summary>
    public static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    /// <summary>Whether it ends so.</summary>
    public static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);

    /// <summary>With every <paramref name="old"/> replaced.</summary>
    public static string Replace(string text, string old, string with) =>
        old.Length == 0 ? text : text.Replace(old, with, StringComparison.Ordinal);

    /// <summary>The parts between separators.</summary>
    public static EquatableList<string> Split(string text, string separator) =>
        EquatableList.From(text.Split(separator));

    /// <summary>The parts with a separator between.</summary>
    public static string Join(EquatableList<string> list, string separator) => string.Join(separator, list);

    /// <summary>The first match of a regular expression: its group 1, or all of it; null without one.</summary>
    public static string? FirstMatch(string text, Regex regex)
    {
        var match = regex.Match(text);
        if (!match.Success)
            return null;
        return match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
    }

    /// <summary>The same with a regular expression that is computed.</summary>
    public static string? FirstMatch(string text, string regex)
    {
        try
        {
            return FirstMatch(text, new Regex(regex, Pattern));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new ScenarioFaultException($"'{regex}' is no regular expression: {exception.Message}", exception);
        }
    }

    /// <summary>As text; empty for null.</summary>
    public static string Text(string? value) => value ?? "";

    /// <summary>As text; empty for null.</summary>
    public static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>As text; empty for null.</summary>
    public static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>As text: <c>true</c> or <c>false</c>; empty for null.</summary>
    public static string Text(bool? value) => value is { } truth ? (truth ? "true" : "false") : "";

    /// <summary>As ISO 8601 text; empty for null.</summary>
    public static string Text(DateTimeOffset? value) =>
        value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As ISO 8601 text; empty for null.</summary>
    public static string Text(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As ISO 8601 text; empty for null.</summary>
    public static string Text(TimeSpan? value) => value is { } duration ? XmlConvert.ToString(duration) : "";

    /// <summary>A JSON text's characters, or any other value as JSON text; empty for what is missing.</summary>
    public static string Text(JsonElement? value) => value is { } json ? JsonValues.Text(json) : "";
}
