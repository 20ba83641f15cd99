using System.Net;
using System.Text;
using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Dispatch.Http;

namespace HerogiDsl.Testing.Harness;

/// <summary>What comes of one try of an HTTP call.</summary>
public sealed record HttpReply
{
    private HttpReply()
    {
    }

    /// <summary>The status; 0 where no answer comes.</summary>
    public int StatusCode { get; private init; }

    /// <summary>The body.</summary>
    public string Body { get; private init; } = "";

    /// <summary>The headers of the answer.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>How long it takes, in the time of the harness.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>Why no answer comes; null where one does.</summary>
    public string? Error { get; private init; }

    internal CallFailure Failure { get; private init; }

    internal bool MayHaveHappened { get; private init; }

    /// <summary>An answer without a body.</summary>
    public static HttpReply Status(int statusCode) => Text(statusCode, "");

    /// <summary>An answer with a body of JSON.</summary>
    public static HttpReply Json(int statusCode, string json) =>
        Text(statusCode, json).With("Content-Type", "application/json");

    /// <summary>An answer with a body.</summary>
    public static HttpReply Text(int statusCode, string body) => statusCode is >= 200 and <= 599
        ? new() { StatusCode = statusCode, Body = body }
        : throw new ArgumentOutOfRangeException(
            nameof(statusCode), statusCode, "expected a status from 200 to 599; for none say NoConnection, Lost or Timeout");

    /// <summary>There is no connection: the call certainly was not carried out.</summary>
    public static HttpReply NoConnection() => new()
    {
        Failure = CallFailure.Network,
        Error = "no connection could be made",
    };

    /// <summary>The connection breaks after the call was sent: nobody knows whether it was carried out.</summary>
    public static HttpReply Lost() => new()
    {
        Failure = CallFailure.Network,
        MayHaveHappened = true,
        Error = "the connection broke before the answer came",
    };

    /// <summary>No answer comes within the connection's timeout: nobody knows whether it was carried out.</summary>
    public static HttpReply Timeout() => new()
    {
        Failure = CallFailure.Timeout,
        MayHaveHappened = true,
        Error = "no answer within the connection's timeout",
    };

    /// <summary>The same, with a header: <c>With("Retry-After", "30")</c>.</summary>
    public HttpReply With(string header, string value) =>
        this with { Headers = [.. Headers, KeyValuePair.Create(header, value)] };

    /// <summary>The same, after a while.</summary>
    public HttpReply After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>As a list of answers shows it: the status, or why there is none.</summary>
    public override string ToString() => Error ?? FormattableString.Invariant($"{StatusCode} {Body}").TrimEnd();

    internal async Task<CallResult> ToResultAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Failure != CallFailure.None)
            return new CallResult { Failure = Failure, MayHaveHappened = MayHaveHappened, Error = Error };
        using var response = new HttpResponseMessage((HttpStatusCode)StatusCode)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        foreach (var (name, value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return await CallResponse.ReadAsync(response, now, cancellationToken).ConfigureAwait(true);
    }
}
