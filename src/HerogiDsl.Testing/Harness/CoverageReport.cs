using HerogiDsl.Runtime.Dispatch;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Harness;

/// <summary>
/// Which states, transitions and outcomes of calls were reached. Several harnesses may share one
/// (<see cref="HarnessOptions.Coverage"/>), also from several threads.
/// </summary>
public sealed class CoverageReport
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, IScenario> _scenarios = new(StringComparer.Ordinal);
    private readonly HashSet<(string Scenario, string State)> _states = [];
    private readonly HashSet<(string Scenario, int Transition)> _transitions = [];
    private readonly Dictionary<(string Scenario, string Statement), CallCoverage> _calls = [];

    /// <summary>What was reached of a scenario: <c>Of&lt;CrmOnboarding.State&gt;()</c>.</summary>
    public ScenarioCoverage Of<TState>()
        where TState : class, IState
    {
        lock (_gate)
        {
            var found = _scenarios.Values.FirstOrDefault(static one => one.StateType.IsAssignableFrom(typeof(TState)))
                ?? throw new HarnessException(
                    $"'{typeof(TState)}' is no state of a scenario of the harness: "
                    + "name a scenario's State, as in Of<CrmOnboarding.State>()");
            return Describe(found);
        }
    }

    /// <summary>What was reached of a scenario.</summary>
    /// <param name="scenario">The scenario's name.</param>
    public ScenarioCoverage Of(string scenario)
    {
        lock (_gate)
        {
            return _scenarios.TryGetValue(scenario, out var found)
                ? Describe(found)
                : throw new HarnessException(
                    $"the harness has no scenario '{scenario}'; it has "
                    + $"{string.Join(", ", _scenarios.Keys.Select(static one => $"'{one}'"))}");
        }
    }

    /// <summary>What was reached of each scenario.</summary>
    public IReadOnlyList<ScenarioCoverage> OfAll()
    {
        lock (_gate)
            return [.. _scenarios.Values.Select(Describe)];
    }

    /// <summary>Fails where something of some scenario was not reached, and names it.</summary>
    /// <exception cref="HarnessException">Something was not reached.</exception>
    public void AssertComplete()
    {
        var incomplete = OfAll().Where(static one => !one.IsComplete).ToList();
        if (incomplete.Count > 0)
            throw new HarnessException(string.Join("\n", incomplete));
    }

    /// <summary>What was reached, and what was not, of each scenario.</summary>
    public override string ToString() => string.Join("\n", OfAll());

    internal void Add(IEnumerable<IScenario> scenarios)
    {
        lock (_gate)
        {
            foreach (var scenario in scenarios)
                _scenarios[scenario.Name] = scenario;
        }
    }

    internal void Note(HistoryRow row)
    {
        lock (_gate)
        {
            if (row.From is { } from)
                _states.Add((row.Scenario, from));
            if (row.To is { } to)
                _states.Add((row.Scenario, to));
            if (row.Transition >= 0)
                _transitions.Add((row.Scenario, row.Transition));
        }
    }

    /// <summary>Notes how a call, mail or action ended, after all its tries.</summary>
    internal void Note(OutboxRow row, string what, CallResult result)
    {
        var outcome = result.IsSuccess ? CallOutcome.Ok
            : RetryRules.IsUnknown(row, result) ? CallOutcome.Unknown
            : CallOutcome.NotOk;
        lock (_gate)
        {
            var statement = $"{row.Position}: {what}";
            if (!_calls.TryGetValue((row.Scenario, statement), out var seen))
                seen = new CallCoverage(statement, !row.IsRepeatable, [], []);
            _calls[(row.Scenario, statement)] = seen with
            {
                Seen = [.. seen.Seen.Append(outcome).Distinct().Order()],
                Statuses = [.. seen.Statuses.Append(result.StatusCode).Distinct().Order()],
            };
        }
    }

    private ScenarioCoverage Describe(IScenario scenario)
    {
        var graph = scenario.Graph;
        var states = graph.States.Where(static state => state.Kind != GraphStateKind.Start)
            .ToLookup(state => _states.Contains((scenario.Name, state.Name)), static state => state.Name);
        var transitions = graph.Transitions.Index()
            .ToLookup(one => _transitions.Contains((scenario.Name, one.Index)), static one => one.Item);
        return new ScenarioCoverage(scenario.Name)
        {
            States = [.. states[true]],
            MissingStates = [.. states[false]],
            Transitions = [.. transitions[true]],
            MissingTransitions = [.. transitions[false]],
            Calls =
            [
                .. _calls.Where(call => call.Key.Scenario == scenario.Name)
                    .Select(static call => call.Value).OrderBy(static call => call.Statement, StringComparer.Ordinal),
            ],
        };
    }
}
