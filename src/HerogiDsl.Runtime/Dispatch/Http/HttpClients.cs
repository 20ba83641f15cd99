using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Polly;

namespace HerogiDsl.Runtime.Dispatch.Http;

/// <summary>One named client a connection.</summary>
internal static class HttpClients
{
    /// <summary>The name of a connection's client.</summary>
    public static string NameOf(string connection) => $"HerogiDsl:{connection}";

    public static void Add(IServiceCollection services, HttpConnectionDefinition connection)
    {
        var client = services.AddHttpClient(NameOf(connection.Name), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => MakeHandler(connection))
            // The primary handler renews its own connections, so that the limits last as long as the application.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The default loggers can be told to write headers, and headers hold secrets.
            .RemoveAllLoggers();
        if (connection.Limit is not null)
            client.AddResilienceHandler("limits", (pipeline, _) => ConnectionLimits.AddBeginLimits(pipeline, connection));
        client.AddHttpMessageHandler(provider => MakeTry(connection, provider.GetRequiredService<TimeProvider>()));
    }

    private static TryHandler MakeTry(HttpConnectionDefinition connection, TimeProvider time)
    {
        var pipeline = new ResiliencePipelineBuilder();
        ConnectionLimits.AddTimeout(pipeline, connection, time);
        return new TryHandler(pipeline.Build());
    }

    private static SocketsHttpHandler MakeHandler(HttpConnectionDefinition connection) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = connection.Parallel,
        // The platform's own activity names the whole url, and a connection's url may hold a secret: ours does not.
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    };
}
