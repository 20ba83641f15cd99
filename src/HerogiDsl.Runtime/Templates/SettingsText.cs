using HerogiDsl.Runtime.Hosting;

namespace HerogiDsl.Runtime.Templates;

/// <summary>
/// A connection's template that names settings and does nothing else: what it gave last is given again while the settings
/// have the same values.
/// </summary>
internal sealed class SettingsText
{
    // example: Bearer {{ secret.hubSpotToken }}
    private readonly (bool IsSecret, string Key)[] _names;
    private volatile Rendered? _last;

    private SettingsText((bool IsSecret, string Key)[] names) => _names = names;

    /// <summary>Reads a template's text; null where it does more than name settings.</summary>
    public static SettingsText? TryRead(string text)
    {
        var names = new List<(bool, string)>();
        var rest = text.AsSpan();
        for (var open = rest.IndexOf("{{"); open >= 0; open = rest.IndexOf("{{"))
        {
            rest = rest[(open + 2)..];
            var close = rest.IndexOf("}}");
            if (close < 0 || ReadName(rest[..close].Trim()) is not { } name)
                return null;
            names.Add(name);
            rest = rest[(close + 2)..];
        }

        return new SettingsText([.. names]);
    }

    /// <summary>What it gives now; null where that is to be found out anew.</summary>
    public string? Find(ApplicationSettings settings)
    {
        if (_last is not { } last)
            return null;
        for (var index = 0; index < _names.Length; index++)
        {
            if (!string.Equals(Read(settings, _names[index]), last.Values[index], StringComparison.Ordinal))
                return null;
        }

        return last.Text;
    }

    /// <summary>Remembers what it gives, by what the settings were before it was rendered.</summary>
    public string Remember(string?[] values, string text)
    {
        _last = new Rendered(values, text);
        return text;
    }

    public string?[] Read(ApplicationSettings settings) => [.. _names.Select(name => Read(settings, name))];

    private static string? Read(ApplicationSettings settings, (bool IsSecret, string Key) name) =>
        name.IsSecret ? settings.FindSecret(name.Key) : settings.FindConfig(name.Key);

    private static (bool IsSecret, string Key)? ReadName(ReadOnlySpan<char> hole)
    {
        var dot = hole.IndexOf('.');
        if (dot < 0 || hole[..dot] is not ("config" or "secret"))
            return null;
        var key = hole[(dot + 1)..];
        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character))
                return null;
        }

        return key.IsEmpty ? null : (hole[..dot] is "secret", key.ToString());
    }

    private sealed record Rendered(string?[] Values, string Text);
}
