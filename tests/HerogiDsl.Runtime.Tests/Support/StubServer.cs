using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>A request as it came.</summary>
internal sealed record SeenRequest(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A real server on loopback whose answers a test writes.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubServer(WebApplication app) => _app = app;

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public string Url { get; private set; } = "";

    public static async Task<StubServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new StubServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            int number;
            lock (server.Requests)
            {
                number = server.Requests.Count;
                server.Requests.Enqueue(new SeenRequest(
                    context.Request.Method,
                    context.Request.Path + context.Request.QueryString,
                    body,
                    context.Request.Headers.ToDictionary(
                        header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            }

            await answer(context, number);
        });
        await app.StartAsync();
        server.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>Answers with these statuses in turn, the last for ever.</summary>
    public static Task<StubServer> StartAsync(params int[] statuses) => StartAsync(async (context, number) =>
    {
        context.Response.StatusCode = statuses[Math.Min(number, statuses.Length - 1)];
        await context.Response.WriteAsync("""{"id":"7"}""");
    });

    public HttpConnectionDefinition Connection(RetryDefinition? retry = null) => Connections.Http(Url, retry);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
