namespace HerogiDsl;

/// <summary>JSON that is not the event it should be; the message names the field, what it holds and what was wanted.</summary>
public sealed class EventFormatException : FormatException
{
    /// <summary>One thing is wrong.</summary>
    public EventFormatException(string message, Exception? innerException = null)
        : base(message, innerException) => Problems = [message];

    /// <summary>Several things are wrong.</summary>
    public EventFormatException(IReadOnlyList<string> problems)
        : base(string.Join("; ", problems)) => Problems = problems;

    /// <summary>All that is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
