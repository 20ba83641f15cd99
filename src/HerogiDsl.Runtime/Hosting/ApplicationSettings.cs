using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>What the application's configuration says for scenarios: <c>config.x</c> and <c>secret.x</c>.</summary>
internal sealed class ApplicationSettings : IDisposable
{
    // A shorter one is too common a text to be taken out of others.
    private const int ShortestTakenOut = 4;

    private readonly IConfigurationSection _config;
    private readonly IConfigurationSection _secrets;
    private readonly IDisposable _reloading;
    private volatile string[]? _values;

    public ApplicationSettings(IConfiguration configuration)
    {
        _config = configuration.GetSection("HerogiDsl:Config");
        _secrets = configuration.GetSection("HerogiDsl:Secrets");
        _reloading = ChangeToken.OnChange(configuration.GetReloadToken, () => _values = null);
    }

    public string? FindConfig(string key) => _config[key];

    public string? FindSecret(string key) => _secrets[key];

    /// <summary>Takes every secret out of a text that came from elsewhere (an answer, the message of an exception).</summary>
    public string Redact(string text)
    {
        foreach (var value in _values ??= ReadSecrets())
            text = text.Replace(value, "***", StringComparison.Ordinal);
        return text;
    }

    public void Dispose() => _reloading.Dispose();

    // Those that contain others first: nothing of them is left.
    private string[] ReadSecrets() =>
    [
        .. _secrets.GetChildren().Select(secret => secret.Value).OfType<string>()
            .Where(value => value.Length >= ShortestTakenOut)
            .OrderByDescending(value => value.Length),
    ];
}
