namespace HerogiDsl;

/// <summary>A connection of a <c>.herogi</c> file. Its templates see <c>config</c> and <c>secret</c>.</summary>
public abstract record ConnectionDefinition
{
    private protected ConnectionDefinition()
    {
    }

    /// <summary>The name of the declaration.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>The url: <c>http(s)://…</c>, or for mail <c>smtp://…</c>, <c>smtps://…</c>, <c>pickup:folder</c>.</summary>
    public required TemplateDefinition Url { get; init; }

    /// <summary>How long one try may take. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When a call is made again.</summary>
    public RetryDefinition Retry { get; init; } = RetryDefinition.Default;

    /// <summary>How many calls may be begun in a period; null for no limit.</summary>
    public RateLimitDefinition? Limit { get; init; }

    /// <summary>How many calls may be under way at once. Default 16.</summary>
    public int Parallel { get; init; } = 16;
}

/// <summary>A connection over HTTP.</summary>
public sealed record HttpConnectionDefinition : ConnectionDefinition
{
    /// <summary>Headers that every call has.</summary>
    public IReadOnlyList<KeyValuePair<string, TemplateDefinition>> Headers { get; init; } = [];
}

/// <summary>A connection to a mail server.</summary>
public sealed record SmtpConnectionDefinition : ConnectionDefinition
{
    /// <summary>The user; null without authentication.</summary>
    public TemplateDefinition? User { get; init; }

    /// <summary>The password; null without authentication.</summary>
    public TemplateDefinition? Password { get; init; }
}

/// <summary>How many calls may be begun in a period.</summary>
/// <param name="Count">The number, 1 or more.</param>
/// <param name="Per">The period.</param>
public sealed record RateLimitDefinition(int Count, TimeSpan Per);

/// <summary>When a call is made again.</summary>
/// <param name="Count">How many tries follow the first; 0 for none.</param>
/// <param name="Statuses">The statuses, as ranges with both ends.</param>
/// <param name="OnNetwork">Whether a failure of the network counts.</param>
/// <param name="OnTimeout">Whether a time-out counts.</param>
/// <param name="Every">The first wait, doubled each time and jittered, to at most 1 min.</param>
public sealed record RetryDefinition(
    int Count, IReadOnlyList<StatusRange> Statuses, bool OnNetwork, bool OnTimeout, TimeSpan Every)
{
    /// <summary>3 tries more, on 429, 502 to 504, network and timeout, from 500 ms.</summary>
    public static RetryDefinition Default { get; } =
        new(3, [new(429, 429), new(502, 504)], OnNetwork: true, OnTimeout: true, TimeSpan.FromMilliseconds(500));
}

/// <summary>Statuses from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
public readonly record struct StatusRange(int First, int Last);
