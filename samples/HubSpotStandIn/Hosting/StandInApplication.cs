using HubSpotStandIn.Associations;
using HubSpotStandIn.Batch;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Faults;
using HubSpotStandIn.Legacy;
using HubSpotStandIn.Limits;
using HubSpotStandIn.Objects;
using HubSpotStandIn.Search;

namespace HubSpotStandIn.Hosting;

// The gates that a call passes, in their order, and the calls behind them.
internal sealed class StandInApplication(StandInOptions options, Traffic traffic, FaultDice dice)
{
    // The dated paths and v3 have the same shapes.
    private static readonly string[] ObjectPrefixes = ["/crm/objects/2026-03", "/crm/v3/objects"];

    public WebApplication Build(HubSpotStore store, SearchIndex search, Census census)
    {
        var app = CreateBuilder().Build();
        app.Urls.Add(options.Address);
        app.UseWhen(IsCall, calls =>
        {
            calls.Use((context, next) =>
            {
                traffic.CountRequest();
                return next(context);
            });
            calls.Use(new TokenGate(options.Token).InvokeAsync);
            calls.Use(new LimitGate(new RollingLimit(options.Clock, options.Limit, options.DailyLimit)).InvokeAsync);
            calls.Use(new FaultGate(dice, options.Clock).InvokeAsync);
            calls.Use(new FailureGate(traffic).InvokeAsync);
        });
        new ControlCalls(census, dice).Map(app);
        MapCalls(app, store, search);
        return app;
    }

    private void MapCalls(WebApplication app, HubSpotStore store, SearchIndex search)
    {
        var associations = new AssociationCalls(store, options.Clock);
        foreach (var prefix in ObjectPrefixes)
        {
            var routes = app.MapGroup(prefix);
            new ObjectCalls(store).Map(routes);
            new SearchCalls(search).Map(routes);
            new BatchCalls(store, options.Clock).Map(routes);
            associations.Map(routes);
        }
        associations.Map(app.MapGroup("/crm/v4/objects"));
        new LegacyCalls(store).Map(app);
    }

    private static bool IsCall(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(ControlCalls.Prefix, StringComparison.Ordinal);

    // An empty builder reads neither the settings nor the environment of the program that hosts the stand-in.
    private static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedLifetime>();
        // Calls that are still slow when it ends are cut off.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        // What keeps it from starting is thrown, and need not be logged as well.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        return builder;
    }

    // Ctrl+C belongs to the program that hosts the stand-in.
    private sealed class HostedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
