using System.Globalization;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>What a run does: each session sends its events one after another, the next when the last is safe.</summary>
internal sealed record Load(int Sessions, int EventsOfEach)
{
    public int Events => Sessions * EventsOfEach;

    public IEnumerable<string> SessionIds =>
        Enumerable.Range(0, Sessions).Select(number => "session-" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends everything; over when all is accepted.</summary>
    public Task SendAllAsync(Func<string, Task> send) =>
        Task.WhenAll(SessionIds.Select(session => Task.Run(() => SendAsync(session, send))));

    private async Task SendAsync(string session, Func<string, Task> send)
    {
        for (var number = 0; number < EventsOfEach; number++)
            await send(session);
    }
}
