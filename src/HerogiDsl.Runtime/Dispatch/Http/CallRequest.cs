using System.Text;
using HerogiDsl.Runtime.Outbox;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>Makes the request of a call: the same each time.</summary>
internal static class CallRequest
{
    public static HttpRequestMessage Make(StoredCall call, CallTarget target, int maxResponseBytes)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Method), target.Url);
        // A post without a body gets an empty one: .NET sends requests without content again by itself when a kept
        // connection breaks, whether they were carried out or not.
        if (call.Body is not null || call.Method is "POST" or "PATCH" or "PUT")
        {
            request.Content = new WatchedContent(Encoding.UTF8.GetBytes(call.Body ?? ""));
            if (call.ContentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }

        foreach (var (name, value) in target.Headers)
            Set(request, name, value);
        foreach (var (name, value) in call.Headers)
            Set(request, name, value);
        if (call.Key is not null)
            Set(request, "Idempotency-Key", call.Key);
        request.Options.Set(CallOptions.MaxResponseBytes, maxResponseBytes);
        return request;
    }

    // The call's own header takes the place of the connection's.
    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        if (request.Headers.TryAddWithoutValidation(name, value))
            return;
        request.Content?.Headers.Remove(name);
        request.Content?.Headers.TryAddWithoutValidation(name, value);
    }
}
