using System.Net;
using Polly;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>What a request carries through the handlers.</summary>
internal static class CallOptions
{
    /// <summary>Called when the limits have let the request through, just before it is sent.</summary>
    public static readonly HttpRequestOptionsKey<Func<CancellationToken, Task>> Begin = new("HerogiDsl.Begin");

    /// <summary>How many bytes of the answer are read.</summary>
    public static readonly HttpRequestOptionsKey<int> MaxResponseBytes = new("HerogiDsl.MaxResponseBytes");
}

/// <summary>
/// One try: it is written that the call is begun, when it is about to be, and from then on the connection's time-out
/// counts, until the body is read.
/// </summary>
internal sealed class TryHandler(ResiliencePipeline timeout) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(CallOptions.Begin, out var begin))
            await begin(cancellationToken).ConfigureAwait(false);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            var outcome = await timeout.ExecuteOutcomeAsync(
                static (context, call) => call.Handler.ReadAsync(call.Request, context.CancellationToken),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result ?? throw new InvalidOperationException("a try without an answer and without an exception");
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> ReadAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var limit = request.Options.TryGetValue(CallOptions.MaxResponseBytes, out var max) ? max : int.MaxValue;
            await response.Content.LoadIntoBufferAsync(limit, cancellationToken).ConfigureAwait(false);
            return Outcome.FromResult(response);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }
}

/// <summary>A body that tells whether any of it was sent: before that, nobody can have carried the call out.</summary>
internal sealed class WatchedContent(byte[] body) : HttpContent
{
    public bool IsBegun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsBegun = true;
        await stream.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
