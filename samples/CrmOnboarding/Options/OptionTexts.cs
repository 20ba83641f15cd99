using System.CommandLine;
using System.Globalization;
using HubSpotStandIn.Faults;

namespace Acme.Onboarding.Options;

/// <summary>Reads the texts behind the options, and says what is wrong with one.</summary>
internal sealed class OptionTexts(Func<Option<string?>, string?> find)
{
    public string? Text(Option<string?> option) => find(option) switch
    {
        null => null,
        var text when string.IsNullOrWhiteSpace(text) =>
            throw new UsageException($"'{option.Name}' is empty: '--help' shows what it takes"),
        var text => text,
    };

    public int? Number(Option<string?> option, int least, int most)
    {
        if (Text(option) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"'{option.Name} {text}' is not understood: expected a whole number from {least} to {most}"));
    }

    public Uri? Url(Option<string?> option)
    {
        if (Text(option) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
            ? url
            : throw new UsageException($"'{option.Name} {text}' is no address: expected one as in 'http://127.0.0.1:5055'");
    }

    public FaultPlan? Faults(Option<string?> option)
    {
        if (Text(option) is not { } text)
            return null;
        if (text == "none")
            return FaultPlan.None;
        return FaultPlan.TryParse(text, out var plan, out var problem)
            ? plan
            : throw new UsageException($"'{option.Name} {text}': {problem}");
    }

    public string? File(Option<string?> option)
    {
        if (Text(option) is not { } text)
            return null;
        var path = Path.GetFullPath(text);
        if (Directory.Exists(path))
            throw new UsageException($"'{option.Name} {text}' is a folder: expected a file");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new UsageException($"'{option.Name} {text}' is in a folder that does not exist: make it first");
        return path;
    }

    public string? Mail(Option<string?> option)
    {
        if (Text(option) is not { } text)
            return null;
        if (text.StartsWith("smtp://", StringComparison.Ordinal) || text.StartsWith("smtps://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0
                ? text
                : throw new UsageException($"'{option.Name} {text}' names no mail server: expected one as in 'smtp://localhost:25'");
        }

        if (text.Contains("://", StringComparison.Ordinal))
            throw new UsageException($"'{option.Name} {text}' is no mail server: expected 'smtp://…', 'smtps://…' or a folder");
        return System.IO.File.Exists(text)
            ? throw new UsageException($"'{option.Name} {text}' is a file: expected a folder")
            : Path.GetFullPath(text);
    }
}
