using System.Globalization;
using System.Text;

namespace HerogiDsl.Testing.Harness;

/// <summary>How a call or mail may end, after all its tries.</summary>
public enum CallOutcome
{
    /// <summary>It was carried out: 2xx.</summary>
    Ok,

    /// <summary>It was not: another status, or no way to the other side. What may be repeated and failed is of these, too.</summary>
    NotOk,

    /// <summary>Nobody knows whether it was carried out: <c>event.unknown</c>.</summary>
    Unknown,
}

/// <summary>How the calls of one statement have ended.</summary>
/// <param name="Statement">Where the statement stands, and what it does: <c>crm.herogi(12,3): http post HubSpot</c>.</param>
/// <param name="MayBeUnknown">Whether it may end unknown: it must not be repeated blindly.</param>
/// <param name="Seen">The outcomes that came.</param>
/// <param name="Statuses">The statuses that came; 0 where no answer did.</param>
public sealed record CallCoverage(
    string Statement, bool MayBeUnknown, IReadOnlyList<CallOutcome> Seen, IReadOnlyList<int> Statuses)
{
    /// <summary>The outcomes that did not come.</summary>
    public IReadOnlyList<CallOutcome> Missing =>
        [.. Enum.GetValues<CallOutcome>().Where(one => (MayBeUnknown || one != CallOutcome.Unknown) && !Seen.Contains(one))];

    internal static string Describe(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Ok => "ok",
        CallOutcome.NotOk => "not ok",
        _ => "unknown",
    };
}

/// <summary>What was reached of a scenario.</summary>
/// <param name="Scenario">The scenario's name.</param>
public sealed record ScenarioCoverage(string Scenario)
{
    /// <summary>The states and ends that a session was in.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The states and ends that none was in.</summary>
    public IReadOnlyList<string> MissingStates { get; init; } = [];

    /// <summary>The transitions that were taken.</summary>
    public IReadOnlyList<GraphTransition> Transitions { get; init; } = [];

    /// <summary>The transitions that were not; those of <c>anywhere</c> once for each state.</summary>
    public IReadOnlyList<GraphTransition> MissingTransitions { get; init; } = [];

    /// <summary>The calls and mails that were made. What a state that was not entered would call is not among them.</summary>
    public IReadOnlyList<CallCoverage> Calls { get; init; } = [];

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete =>
        MissingStates.Count == 0 && MissingTransitions.Count == 0 && Calls.All(static call => call.Missing.Count == 0);

    /// <summary>Fails where something was not reached, and names it.</summary>
    /// <exception cref="HarnessException">Something was not reached.</exception>
    public void AssertComplete()
    {
        if (!IsComplete)
            throw new HarnessException(ToString());
    }

    /// <summary>How much was reached, and what was not.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var outcomes = Calls.Sum(static call => call.Seen.Count);
        var all = outcomes + Calls.Sum(static call => call.Missing.Count);
        text.Append(CultureInfo.InvariantCulture, $"{Scenario}: {Count(States.Count, MissingStates.Count, "states")}, ")
            .Append(CultureInfo.InvariantCulture, $"{Count(Transitions.Count, MissingTransitions.Count, "transitions")}, ")
            .Append(Count(outcomes, all - outcomes, "outcomes"));
        foreach (var state in MissingStates)
            text.Append(CultureInfo.InvariantCulture, $"\n  not entered: {state}");
        foreach (var one in MissingTransitions)
            text.Append(CultureInfo.InvariantCulture, $"\n  not taken: {Describe(one)}");
        foreach (var call in Calls.Where(static call => call.Missing.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  not answered with ")
                .AppendJoin(" or ", call.Missing.Select(CallCoverage.Describe)).Append(": ").Append(call.Statement);
        }

        return text.ToString();
    }

    private static string Count(int reached, int missing, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{reached} of {reached + missing} {what}");

    private static string Describe(GraphTransition one)
    {
        var guard = one.Guard is null ? "" : $" when {one.Guard}";
        return $"{one.From} {one.Trigger}{guard} -> {(one.IsStay ? "stay" : one.To)} ({one.Position})";
    }
}
