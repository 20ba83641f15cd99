using System.Collections.Frozen;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using Polly.Timeout;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>Makes one try of an HTTP call.</summary>
internal sealed class HttpCaller(
    IHttpClientFactory factory, ScenarioCatalog catalog, ConnectionTargets targets, HerogiOptions options,
    ApplicationSettings settings, TimeProvider time) : ICaller
{
    private const int MaxRedirects = 5;

    // Made with the engine, and so disposed of after it: a pipeline that ends waits for the calls that are in it.
    private readonly FrozenDictionary<string, HttpClient> _clients = catalog.Connections.Values
        .OfType<HttpConnectionDefinition>()
        .ToFrozenDictionary(connection => connection.Name, connection => factory.CreateClient(HttpClients.NameOf(connection.Name)));

    public async Task<CallResult> CallAsync(
        ConnectionDefinition connection, OutboxRow row, Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        var call = row.Call ?? CallJson.Read(row.Request);
        CallTarget target;
        try
        {
            target = Resolve((HttpConnectionDefinition)connection, call);
        }
        catch (ScenarioFaultException fault)
        {
            return CallResult.Impossible(settings.Redact(fault.Message));
        }

        Tracing.Describe(call.Method, target.Url, settings);
        var client = _clients[connection.Name];
        var next = begin;
        for (var redirects = 0; ; redirects++)
        {
            using var request = CallRequest.Make(call, target, options.MaxResponseBytes);
            request.Options.Set(CallOptions.Begin, next);
            TraceHeaders.Pass(row.Trace, request);
            var (result, location) = await TryAsync(client, request, cancellationToken).ConfigureAwait(false);
            if (location is null
                || redirects == MaxRedirects
                || !Redirects.IsFollowed(call.Method, result.StatusCode, target.Url, location))
                return result;
            target = target with { Url = location };
            // It is marked already.
            next = static _ => Task.CompletedTask;
        }
    }

    private async Task<(CallResult Result, Uri? Location)> TryAsync(
        HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var result = await CallResponse.ReadAsync(response, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            return (Redact(result), CallResponse.FindLocation(response, request.RequestUri));
        }
        catch (TimeoutRejectedException)
        {
            return (Fail(request, CallFailure.Timeout, "no answer within the connection's timeout"), null);
        }
        catch (HttpRequestException exception)
        {
            return (Fail(request, CallFailure.Network, exception), null);
        }
        catch (IOException exception)
        {
            return (Fail(request, CallFailure.Network, exception), null);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (Fail(request, CallFailure.Timeout, exception), null);
        }
    }

    // A server that tells what it was sent: its answer is stored, the secrets in it are not.
    private CallResult Redact(CallResult result)
    {
        var text = settings.Redact(result.Text);
        var isClean = ReferenceEquals(text, result.Text)
            && result.Headers.Values.All(value => ReferenceEquals(settings.Redact(value), value));
        return isClean
            ? result
            : result with
            {
                Text = text,
                Headers = result.Headers.ToDictionary(
                    header => header.Key, header => settings.Redact(header.Value), StringComparer.OrdinalIgnoreCase),
            };
    }

    private CallResult Fail(HttpRequestMessage request, CallFailure failure, Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            ? new CallResult
            {
                Failure = CallFailure.Impossible,
                MayHaveHappened = true,
                Error = FormattableString.Invariant($"the answer's body has more than {options.MaxResponseBytes} bytes"),
            }
            : Fail(request, failure, exception.Message);

    private CallResult Fail(HttpRequestMessage request, CallFailure failure, string message) => new()
    {
        Failure = failure,
        MayHaveHappened = request.Content is not WatchedContent { IsBegun: false },
        Error = settings.Redact(message),
    };

    private CallTarget Resolve(HttpConnectionDefinition connection, StoredCall call)
    {
        var root = targets.FindHttp(connection);
        var text = root.AbsoluteUri.TrimEnd('/') + call.Path;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Authority != root.Authority || url.Scheme != root.Scheme)
        {
            throw new ScenarioFaultException(
                $"'{call.Path}' does not lead to the host of '{connection.Name}': expected a path that begins with '/' or '?'");
        }

        var headers = new KeyValuePair<string, string>[connection.Headers.Count];
        for (var index = 0; index < headers.Length; index++)
            headers[index] = KeyValuePair.Create(connection.Headers[index].Key, targets.Render(connection.Headers[index].Value));
        return new CallTarget(url, headers);
    }
}

/// <summary>Where a call goes, with the connection's headers: they hold secrets, and live for one try.</summary>
internal sealed record CallTarget(Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers);
