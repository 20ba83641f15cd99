namespace HerogiDsl.Runtime.Dispatch;

/// <summary>What kept a try from its answer.</summary>
internal enum CallFailure
{
    /// <summary>An answer came, whatever its status.</summary>
    None,
    Network,
    Timeout,

    /// <summary>It can never be made: a url or an address that is none.</summary>
    Impossible,
}

/// <summary>How one try ended.</summary>
internal sealed record CallResult
{
    private static readonly Dictionary<string, string> NoHeaders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The status; 0 without an answer.</summary>
    public int StatusCode { get; init; }

    public CallFailure Failure { get; init; }

    /// <summary>Whether it may have been carried out although it is not known to be.</summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>Why no answer came.</summary>
    public string? Error { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    public string Text { get; init; } = "";

    /// <summary>How long the other side asks us to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the other side has had enough for today.</summary>
    public bool IsDailyLimit { get; init; }

    /// <summary>The try's own place in the trace; null for none.</summary>
    public string? Trace { get; init; }

    public bool IsSuccess => Failure == CallFailure.None && StatusCode is >= 200 and <= 299;

    public static CallResult Impossible(string error) =>
        new() { Failure = CallFailure.Impossible, Error = error };
}
