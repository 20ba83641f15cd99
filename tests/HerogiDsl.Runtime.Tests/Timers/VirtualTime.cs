using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Timers;

/// <summary>An application with the project's own scenarios, whose time goes from one due time to the next.</summary>
internal sealed class VirtualTime : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _time;
    private TestHost? _host;

    private VirtualTime(DateTimeOffset start) => _time = new FakeTimeProvider(start);

    public TestHost Host => _host ?? throw new InvalidOperationException("it is not running");

    public DateTimeOffset Now => _time.GetUtcNow();

    public string Database => _folder.Database;

    /// <summary>Settings of the next start.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal) { ["HerogiDsl:Config:whole"] = "no" };

    public static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<VirtualTime> StartAsync(string utc)
    {
        var time = new VirtualTime(At(utc));
        await time.StartAsync();
        return time;
    }

    public async Task StartAsync() => _host = await TestHost.StartAsync(
        new(Database) { Modules = [HerogiScenarios.Module], Time = _time, Settings = Settings });

    /// <summary>Ends as a crash would.</summary>
    public void Crash()
    {
        Host.Crash();
        _host = null;
    }

    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <summary>When the next timer or scheduled event falls due; null where nothing does.</summary>
    public DateTimeOffset? NextDue => Host.Parts.Store.Read(
        static tables => new[] { tables.Timers.FindNextDue(), tables.Scheduled.FindNextDue() }.Min());

    /// <summary>Goes to the next due time, and waits until what fell due is done.</summary>
    public async Task<DateTimeOffset> PassAsync()
    {
        var due = NextDue ?? throw new InvalidOperationException("nothing falls due");
        _time.SetUtcNow(due + TimeSpan.FromSeconds(1));
        await Eventually.HoldsAsync(() => NextDue != due, $"what is due at {due} falls due");
        await Eventually.IsIdleAsync(Host);
        return due;
    }

    /// <summary>Goes to some due times.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> PassAsync(int count)
    {
        var passed = new List<DateTimeOffset>();
        while (passed.Count < count)
            passed.Add(await PassAsync());
        return passed;
    }

    /// <summary>Sends an event to one scenario, and waits until it is done.</summary>
    public async Task SendAsync(string scenario, IEvent @event, string sessionId = "s")
    {
        await Host.Herogi.SendAsync(sessionId, @event, new SendOptions { Scenarios = [scenario] });
        await Eventually.HoldsAsync(
            async () => (await Host.Monitor.GetOverviewAsync()).Pending.Events == 0, $"'{@event.EventName}' is done");
    }

    public async Task<TState?> StateAsync<TState>(string sessionId = "s")
        where TState : class, IState => await Host.Herogi.GetStateAsync<TState>(sessionId);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }
}
