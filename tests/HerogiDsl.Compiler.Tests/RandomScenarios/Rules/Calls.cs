using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <param name="IsOwn">Among the state's own statements, not in a `do`.</param>
internal sealed record Asked(Call Call, bool IsOwn)
{
    public bool IsFor(Transition transition) => transition.Trigger is On on && on.Event == Call.Returns
        && (on.Label is null || on.Label == Call.Label);
}

/// <summary>What a visit of a state asks for.</summary>
internal static class Calls
{
    /// <summary>By its statements, by the `do` of what leads there, by the `do` of every `stay`.</summary>
    public static ImmutableArray<Asked> In(ScenarioModel scenario, StateModel state)
    {
        var own = Within(scenario, state.Statements).Select(call => new Asked(call, true));
        var entering = scenario.AllTransitions.Where(transition => transition.Target == state.Name);
        var staying = scenario.Leaving(state).Where(transition => transition.Target is null);
        var others = entering.Concat(staying).SelectMany(transition => Within(scenario, transition.Do));
        return [.. own.Concat(others.Select(call => new Asked(call, false))).Where(asked => asked.Call.Returns is not null)];
    }

    /// <summary>How many calls of one way through statements return an answer.</summary>
    public static int Most(ScenarioModel scenario, ImmutableArray<Stmt> statements, string answer) =>
        statements.Sum(statement => statement switch
        {
            Call call => call.Returns == answer ? 1 : 0,
            Run run => Most(scenario, scenario.Action(run.Action).Body, answer),
            If @if => @if.Branches.Select(branch => Most(scenario, branch.Then, answer)).Append(Most(scenario, @if.Else, answer)).Max(),
            _ => 0,
        });

    private static IEnumerable<Call> Within(ScenarioModel scenario, IEnumerable<Stmt> statements) =>
        Usage.Flat(statements).SelectMany(statement => statement switch
        {
            Call call => [call],
            Run run => Within(scenario, scenario.Action(run.Action).Body),
            _ => Array.Empty<Call>(),
        });
}
