using HerogiDsl.Runtime.Dispatch;

namespace HerogiDsl.Testing.Harness;

/// <summary>What comes of one try of a mail.</summary>
public sealed record MailReply
{
    private MailReply()
    {
    }

    /// <summary>The server's status; 0 where no answer comes.</summary>
    public int StatusCode { get; private init; }

    /// <summary>Why it is not accepted; null where it is.</summary>
    public string? Error { get; private init; }

    internal CallFailure Failure { get; private init; }

    internal bool MayHaveHappened { get; private init; }

    /// <summary>The server takes it.</summary>
    public static MailReply Accepted() => new() { StatusCode = 250 };

    /// <summary>The server refuses it: for a while with 4xx, for ever with 5xx.</summary>
    public static MailReply Refused(int statusCode) => statusCode is >= 400 and <= 599
        ? new() { StatusCode = statusCode, Error = "the mail server refuses it" }
        : throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "expected a refusal, from 400 to 599");

    /// <summary>There is no connection: the mail certainly was not sent.</summary>
    public static MailReply NoConnection() => new()
    {
        Failure = CallFailure.Network,
        Error = "no connection could be made",
    };

    /// <summary>The connection breaks before the server says so: nobody knows whether it was sent.</summary>
    public static MailReply Lost() => new()
    {
        Failure = CallFailure.Network,
        MayHaveHappened = true,
        Error = "the connection broke before the answer came",
    };

    /// <summary>The status, or why there is none.</summary>
    public override string ToString() =>
        StatusCode == 0 ? Error ?? "" : StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal CallResult ToResult() => new()
    {
        StatusCode = StatusCode,
        Failure = Failure,
        MayHaveHappened = MayHaveHappened,
        Error = Error,
    };
}
