using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>What the language's description says of the outcomes of answers: HRG3004, HRG3019, HRG3022.</summary>
internal sealed class AnswerRules(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines)
{
    private readonly ImmutableArray<StateModel> _states = [.. scenario.States.Where(state => !state.IsEnd)];

    public IEnumerable<Told> Told() =>
    [
        .. _states.SelectMany(state => Answers(state).Where(answer => Remaining(state, answer).Count > 0)
            .Select(_ => new Told("HRG3004", lines[state]))),
        .. _states.SelectMany(state => Calls.In(scenario, state).Where(asked => IsNotToldApart(state, asked))
            .Select(asked => new Told("HRG3019", lines[asked.Call]))),
        .. _states.Where(IsStranded).Select(state => new Told("HRG3022", lines[state])),
    ];

    public IEnumerable<string> Answers(StateModel state) =>
        Calls.In(scenario, state).Select(asked => asked.Call.Returns).OfType<string>().Distinct();

    /// <summary>The statuses of the outcomes that nothing handles.</summary>
    public IReadOnlySet<int> Remaining(StateModel state, string answer)
    {
        var remaining = new HashSet<int>();
        if (state.Defers.Concat(scenario.AnywhereDefers).Any(defer => defer.Event == answer))
            return remaining;
        foreach (var asked in Calls.In(scenario, state).Where(asked => asked.Call.Returns == answer))
        {
            var takers = Takers(state, asked);
            // That nothing waits for it is a mistake of its own.
            if (takers.Length > 0)
            {
                remaining.UnionWith(OutcomesOf(asked)
                    .Where(outcome => !takers.Any(taker => Outcomes.SpeaksOnlyOfOutcomes(taker.Guard)
                        && Outcomes.Judge(taker.Guard, outcome) == true))
                    .Select(outcome => outcome.Status));
            }
        }

        return remaining;
    }

    private ImmutableArray<Outcome> OutcomesOf(Asked asked) =>
        Outcomes.Of(scenario.Event(asked.Call.Returns ?? ""), asked.Call.MayBeUnknown);

    private Transition[] Takers(StateModel state, Asked asked) => [.. scenario.Leaving(state).Where(asked.IsFor)];

    private bool IsNotToldApart(StateModel state, Asked asked)
    {
        if (asked.Call.Method is not ("post" or "patch") || !asked.Call.MayBeUnknown)
            return false;
        var takers = Takers(state, asked);
        var unknown = OutcomesOf(asked).Where(outcome => outcome.IsUnknown).ToArray();
        return takers.Length > 0 && !takers.Any(taker => taker.Guard is not null
            && Usage.Parts(taker.Guard).Any(part => part is MemberRead { Name: "unknown" })
            && unknown.Any(outcome => Outcomes.Judge(taker.Guard, outcome) != false));
    }

    private bool IsStranded(StateModel state)
    {
        var leadsOn = state.Transitions.Any(transition => transition.Trigger switch
        {
            After or Every => true,
            On on => !scenario.Event(on.Event).IsAnswer && transition.Target is not null && transition.Target != state.Name,
            _ => transition.Target is not null && transition.Target != state.Name,
        });
        return !leadsOn && Calls.In(scenario, state).Any(asked => OutcomesOf(asked).Any(outcome =>
            !outcome.IsOk && Takers(state, asked) is { Length: > 0 } takers && MayStay(takers, outcome)));
    }

    private static bool MayStay(Transition[] takers, Outcome outcome)
    {
        foreach (var taker in takers)
        {
            var holds = Outcomes.Judge(taker.Guard, outcome);
            if (taker.Target is null && holds != false)
                return true;
            if (holds == true)
                return false;
        }

        return true;
    }
}
