using System.Text.Json;
using HerogiDsl.Testing.Harness;

namespace HerogiDsl.Testing.Tests.Rules;

/// <summary>Some of the scenarios of the rules in a harness, and where the session 's' is by now.</summary>
internal sealed class RuleBench : IDisposable
{
    private readonly string _scenario;

    /// <summary>The first scenario is the one that is asked about, and that events go to where nothing else is said.</summary>
    public RuleBench(params string[] scenarios)
        : this(0, scenarios)
    {
    }

    /// <summary>The seed decides about whatever may come in any order.</summary>
    public RuleBench(ulong seed, string[] scenarios)
    {
        _scenario = scenarios[0];
        var module = HerogiScenarios.Module;
        Harness = ScenarioHarness.For(
            module with
            {
                Scenarios = [.. module.Scenarios.Where(scenario => scenarios.Contains(scenario.Name))],
                Connections = [.. module.Connections.Where(connection => connection.Name is "Outside" or "Postman")],
                ExternActions =
                [
                    .. module.ExternActions.Where(action => scenarios.Contains(action.Name[..Math.Max(0, action.Name.IndexOf('.'))])),
                ],
            },
            options => options.Seed = seed);
        Harness.Answer("Outside", HttpReply.Status(200));
    }

    public ScenarioHarness Harness { get; }

    /// <summary>The paths that were called, each try of them.</summary>
    public IEnumerable<string> Paths => Harness.Calls.Select(call => call.Path);

    public void Dispose() => Harness.Dispose();

    public void Send(params IEvent[] events)
    {
        foreach (var @event in events)
            Harness.Send("s", @event);
    }

    public void Advance(int minutes) => Harness.Advance(TimeSpan.FromMinutes(minutes));

    /// <summary>The instance as the monitor shows it; null where the session is in the start.</summary>
    public InstanceInfo? Find(string session = "s", string? scenario = null) =>
        Harness.Ask(monitor => monitor.ListInstancesAsync(scenario ?? _scenario))
            .SingleOrDefault(instance => instance.SessionId == session);

    /// <summary>The state that it is in; null in the start.</summary>
    public string? Place(string session = "s", string? scenario = null) => Find(session, scenario)?.State;

    /// <summary>A session datum of the state that it is in.</summary>
    public string Datum(string name, string session = "s")
    {
        using var data = JsonDocument.Parse(Find(session)!.DataJson);
        return data.RootElement.GetProperty(name).ToString();
    }

    /// <summary>How each step ended: <c>Go: moved Second</c>.</summary>
    public IReadOnlyList<string> Steps(string session = "s") =>
    [
        .. Harness.History(session).Where(entry => entry.Scenario == _scenario).Select(static entry =>
            $"{entry.Event ?? "timer"}: {entry.Outcome}{(entry.To is null ? "" : $" {entry.To}")}"),
    ];

    /// <summary>The last step.</summary>
    public string LastStep => Steps()[^1];

    /// <summary>All that was logged.</summary>
    public IReadOnlyList<string> Logs(string session = "s") =>
    [
        .. Harness.History(session)
            .Where(entry => entry.LogsJson is not null)
            .SelectMany(entry => JsonSerializer.Deserialize<string[]>(entry.LogsJson!)!),
    ];

    public bool Retry(string session = "s") =>
        Harness.Ask(monitor => monitor.RetryAsync(session, _scenario));

    public bool IsFaulted(string session = "s") => Find(session)?.Condition == InstanceCondition.Faulted;
}
