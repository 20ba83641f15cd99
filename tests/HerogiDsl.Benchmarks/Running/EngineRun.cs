using System.Diagnostics;
using HerogiDsl.Benchmarks.Scenarios;
using HerogiDsl.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>The runtime in an ordinary host, on a file of its own.</summary>
internal static class EngineRun
{
    /// <summary>How long it takes until every event is accepted and handled.</summary>
    public static async Task<TimeSpan> RunAsync(string database, Load load)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        // The module that only counts: the other scenarios of this program have connections.
        builder.Services.AddHerogi(herogi => herogi.UseSqlite(database).AddScenarios(
            HerogiScenarios.Module with { Scenarios = [Counter.Definition], Connections = [] }));
        using var host = builder.Build();
        await host.StartAsync();
        var herogi = host.Services.GetRequiredService<IHerogi>();
        var parts = host.Services.GetRequiredService<EngineParts>();
        var begin = new Begin();
        var tick = new Tick();
        await Task.WhenAll(load.SessionIds.Select(session => herogi.SendAsync(session, begin)));
        await DrainAsync(parts);

        var start = Stopwatch.GetTimestamp();
        await load.SendAllAsync(session => herogi.SendAsync(session, tick));
        await DrainAsync(parts);
        var time = Stopwatch.GetElapsedTime(start);

        foreach (var session in load.SessionIds)
        {
            var state = await herogi.GetStateAsync<Counter.Counting>(session);
            if (state?.N != load.EventsOfEach)
                throw new InvalidOperationException($"'{session}' is at {state?.N}; expected {load.EventsOfEach}");
        }

        await host.StopAsync();
        return time;
    }

    // A row leaves memory when its step is safe.
    private static async Task DrainAsync(EngineParts parts)
    {
        while (parts.Scheduler.Count > 0)
            await Task.Delay(1);
    }
}
