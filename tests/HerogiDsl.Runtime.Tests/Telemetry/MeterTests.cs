using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Telemetry;

/// <summary>What the meter named <c>HerogiDsl</c> measures, as its page says.</summary>
public sealed class MeterTests : IDisposable
{
    private readonly ConcurrentQueue<(Instrument Instrument, double Value, Dictionary<string, object?> Tags)> _measured = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new();
    private readonly MeterListener _listener = new();

    public MeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != "HerogiDsl")
                return;
            _instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task EventsStepsAndCallsAreCountedAndTimed()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(200);
        var connection = server.Connection() with { Name = "Metered" };
        var scenario = new ScriptedScenario("Metered", ["MeteredGo"], (_, trigger, context) =>
        {
            if (trigger.Event is Said)
                context.Add(Steps.Call("GET", "/") with { Connection = "Metered" });
            return context.Move(trigger.Event is Said ? "Asking" : "Answered");
        });
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [scenario], Connections = [connection], Events = ["MeteredGo"] });

        await host.Herogi.SendAsync("s", new Said("MeteredGo"));
        await Eventually.IsInAsync(host, "s", "Answered");

        Assert.Equal(1, Of("messaging.client.sent.messages", "messaging.destination.name", "MeteredGo").Sum());
        Assert.InRange(Of("messaging.process.duration", "messaging.destination.name", "MeteredGo").Single(), 0.000001, 20);
        Assert.InRange(Of("herogi.call.duration", "herogi.connection", "Metered").Single(), 0.00001, 20);
        Assert.Equal(1, Of("herogi.calls", "connection", "Metered").Sum());
        Assert.Equal(2, Of("herogi.steps", "scenario", "Metered").Sum());
        Assert.NotEmpty(Of("messaging.client.operation.duration", "messaging.operation.name", "send"));
    }

    [Fact]
    public async Task TheDepthsAreThoseOfTheStore()
    {
        using var folder = new TestFolder();
        var scenario = new ScriptedScenario("One", ["Go", "Next"], (state, trigger, context) => state is null
            ? context.Move("Here")
            : StepResult.Deferred(state));
        await using (var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [scenario] }))
        {
            await host.Herogi.SendAsync([.. Enumerable.Range(0, 4).Select(_ => new BatchEvent("s", new Said("Go")))]);
            await Eventually.IsIdleAsync(host);
            var id = host.Parts.Store.Id;

            Assert.Equal(3, Depth("herogi.inbox.depth", "deferred", id));
            Assert.Equal(0, Depth("herogi.inbox.depth", "waiting", id));
            Assert.Equal(0, Depth("herogi.outbox.depth", "http", id));
            await host.StopAsync();
            Assert.Null(Depth("herogi.inbox.depth", "deferred", id));
        }
    }

    [Fact]
    public void EveryInstrumentStandsOnItsPageAndNoOther()
    {
        _ = HerogiDsl.Runtime.Telemetry.HerogiMeter.Commits;
        var told = Documents.Table("docs/operations.md", "| instrument |").Select(cells => (cells[0], cells[1])).Order();
        Assert.Equal(_instruments.Values.Select(instrument => (instrument.Name, instrument.Unit ?? "")).Order(), told);
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument, value, tags.ToArray().ToDictionary()));

    private double[] Of(string name, string tag, string value) =>
    [
        .. _measured.Where(one => one.Instrument.Name == name && Equals(one.Tags.GetValueOrDefault(tag), value)).Select(one => one.Value),
    ];

    private double? Depth(string name, string kind, string store)
    {
        _measured.Clear();
        _listener.RecordObservableInstruments();
        return _measured.Where(one => one.Instrument.Name == name
                && Equals(one.Tags["herogi.kind"], kind) && Equals(one.Tags["herogi.store.id"], store))
            .Select(one => (double?)one.Value).SingleOrDefault();
    }
}
