using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>The other side: real HTTP over loopback, answers as short as the CRM's, the same for both.</summary>
internal sealed class CrmServer : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"512","properties":{"createdate":"2026-01-01T00:00:00.000Z"}}"""u8.ToArray();

    private readonly WebApplication _application;
    private int _calls;

    private CrmServer(WebApplication application) => _application = application;

    public string Url { get; private set; } = "";

    /// <summary>How many calls came.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public static async Task<CrmServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new CrmServer(application);
        application.Run(async context =>
        {
            Interlocked.Increment(ref server._calls);
            // What was sent is read to its end, as any server does.
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = context.Request.Method == "PUT" ? 200 : 201;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer);
        });
        await application.StartAsync();
        server.Url = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
