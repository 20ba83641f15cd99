using Microsoft.Extensions.Configuration;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>What the application's configuration says for scenarios: <c>config.x</c> and <c>secret.x</c>.</summary>
internal sealed class ApplicationSettings(IConfiguration configuration)
{
    private readonly IConfigurationSection _config = configuration.GetSection("HerogiDsl:Config");
    private readonly IConfigurationSection _secrets = configuration.GetSection("HerogiDsl:Secrets");

    public string? FindConfig(string key) => _config[key];

    public string? FindSecret(string key) => _secrets[key];

    /// <summary>Takes every secret out of a text that came from elsewhere (the message of an exception).</summary>
    public string Redact(string text)
    {
        foreach (var secret in _secrets.GetChildren())
        {
            if (secret.Value is { Length: > 3 } value)
                text = text.Replace(value, "***", StringComparison.Ordinal);
        }

        return text;
    }
}
