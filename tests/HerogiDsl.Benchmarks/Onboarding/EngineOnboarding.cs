using System.Diagnostics;
using System.Diagnostics.Metrics;
using HerogiDsl.Benchmarks.Scenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>The scenario on the runtime: a file of its own, history, real HTTP.</summary>
internal static class EngineOnboarding
{
    /// <summary>Register, two creates, an association.</summary>
    private const int StepsOfEach = 4;

    /// <summary>How long it takes until every customer is in `Onboarded`.</summary>
    public static async Task<TimeSpan> RunAsync(string database, string url, Crowd crowd)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            [new("HerogiDsl:Config:hubSpotUrl", url), new("HerogiDsl:Secrets:hubSpotToken", "token")]);
        builder.Services.AddHerogi(herogi => herogi.UseSqlite(database).AddScenarios());
        using var host = builder.Build();
        await host.StartAsync();
        var herogi = host.Services.GetRequiredService<IHerogi>();
        using var steps = new StepCount();

        var start = Stopwatch.GetTimestamp();
        await crowd.RunAsync(async customer =>
        {
            await herogi.SendAsync(customer.SessionId, new Register(customer.Email, customer.Company, customer.Name));
            if (crowd.IsOneByOne)
                await steps.ReachAsync((customer.Number + 1L) * StepsOfEach);
        });
        await steps.ReachAsync(crowd.Customers * StepsOfEach);
        var time = Stopwatch.GetElapsedTime(start);

        foreach (var customer in crowd.Everybody)
        {
            var state = await herogi.GetStateAsync<Scenarios.Onboarding.State>(customer.SessionId);
            if (state is not Scenarios.Onboarding.Onboarded { ContactId: "512" })
                throw new InvalidOperationException($"'{customer.SessionId}' is in {state}; expected 'Onboarded'");
        }

        await host.StopAsync();
        return time;
    }

    /// <summary>Counts the steps that are safe, as the meter tells of them.</summary>
    private sealed class StepCount : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Lock _gate = new();
        private readonly List<(long Count, TaskCompletionSource Reached)> _waiting = [];
        private long _count;

        public StepCount()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Name: "herogi.steps", Meter.Name: "HerogiDsl" })
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Add(value));
            _listener.Start();
        }

        public Task ReachAsync(long count)
        {
            lock (_gate)
            {
                if (_count >= count)
                    return Task.CompletedTask;
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((count, reached));
                return reached.Task;
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Add(long steps)
        {
            lock (_gate)
            {
                _count += steps;
                foreach (var (count, reached) in _waiting)
                {
                    if (_count >= count)
                        reached.TrySetResult();
                }

                _waiting.RemoveAll(one => one.Reached.Task.IsCompleted);
            }
        }
    }
}
