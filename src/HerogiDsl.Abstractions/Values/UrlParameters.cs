using System.Text;

namespace HerogiDsl.Values;

/// <summary>Joins rendered query and form parameters, for generated code. Names and values are encoded already.</summary>
public static class UrlParameters
{
    /// <summary>The path with the parameters behind it; those that are null are left out.</summary>
    public static string AddTo(string path, ReadOnlySpan<KeyValuePair<string, string?>> parameters)
    {
        var query = Join(parameters);
        if (query.Length == 0)
            return path;
        var separator = !path.Contains('?', StringComparison.Ordinal) ? "?"
            : path[^1] is '?' or '&' ? ""
            : "&";
        return path + separator + query;
    }

    /// <summary>The parameters as <c>a=1&amp;b=2</c>; those that are null are left out.</summary>
    public static string Join(ReadOnlySpan<KeyValuePair<string, string?>> parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is null)
                continue;
            if (text.Length > 0)
                text.Append('&');
            text.Append(name).Append('=').Append(value);
        }

        return text.ToString();
    }
}
