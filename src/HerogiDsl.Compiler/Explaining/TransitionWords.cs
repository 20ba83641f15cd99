using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Who may answer in a step.</summary>
internal sealed record Asked(ImmutableArray<(EventSymbol Event, string Who, string? Label)> Calls)
{
    /// <summary>Who answers with an event, as people say it.</summary>
    public string Who(EventSymbol answer)
    {
        var who = Calls.Where(call => call.Event == answer).Select(call => call.Who).Distinct().ToArray();
        return who.Length == 0 ? "the other side" : Wording.List(who, "or");
    }
}

/// <summary>Transitions in plain words: what must happen, and what follows.</summary>
internal sealed class TransitionWords(BoundScenario scenario, Asked asked)
{
    /// <summary>What sets it off, as the beginning of a sentence.</summary>
    /// <param name="transition">The transition.</param>
    /// <param name="earlier">Those that are judged before it.</param>
    /// <param name="isShort">Without what the reader knows already.</param>
    public string When(BoundTransition transition, IEnumerable<BoundTransition> earlier, bool isShort = false)
    {
        var said = transition.Trigger switch
        {
            BoundOnEvent { Event.IsAnswer: true } on => Answer(on, transition.Guard, earlier),
            BoundOnEvent on => $"{on.Event.Name} comes" + (isShort ? "" : Wording.Aside(on.Event.Documentation))
                + Guard(transition, ", and "),
            BoundOnAny => (earlier.Any() ? "anything else comes" : "anything comes") + Guard(transition, ", and "),
            BoundAfter after => "after " + Words(transition).Of(after.Delay) + Guard(transition, ", if "),
            BoundEvery every => CronWords.Of(every.Cron, every.Zone) + Guard(transition, ", if "),
            _ => "something happens",
        };
        return isShort ? said.Replace(" (any 2xx)", "") : said;
    }

    /// <summary>What it does, and where it leads.</summary>
    /// <param name="transition">The transition.</param>
    /// <param name="from">The state it leaves; null in `anywhere`.</param>
    public string Then(BoundTransition transition, StateSymbol? from)
    {
        var done = new StatementWords(EventWord(transition)).Together(transition.Do);
        var joint = done.Contains(" and ") || done.Contains(", ") ? ", and then " : " and ";
        return "it " + (done.Length == 0 ? "" : done + joint) + Target(transition, from);
    }

    public static string Target(BoundTransition transition, StateSymbol? from) => transition.Target switch
    {
        null => from is null ? "stays where it is" : "stays here",
        var target when target == from => "begins this step again",
        { Kind: StateKind.End } target => $"ends in {target.Name}",
        var target => $"goes to {target.Name}",
    };

    private static string EventWord(BoundTransition transition) => transition.Trigger switch
    {
        BoundOnEvent { Event.IsAnswer: true } => EventWords.Answer,
        _ => EventWords.One,
    };

    private ExpressionWords Words(BoundTransition transition) => new(scenario.Symbol.Origin.Text, EventWord(transition));

    private string Guard(BoundTransition transition, string joint) => transition.Guard is null
        ? ""
        : joint + ConditionWords.Of(transition.Guard, Words(transition));

    private string Answer(BoundOnEvent on, BoundExpression? guard, IEnumerable<BoundTransition> earlier)
    {
        var who = asked.Who(on.Event);
        if (guard is not null)
        {
            var said = ConditionWords.Of(guard, new ExpressionWords(scenario.Symbol.Origin.Text, EventWords.Answer), who);
            var which = Which(on, who, said);
            return which.Length == 0 ? said : $"{said} (in the answer{which})";
        }

        var isRest = earlier.Any(other => other is { Guard: not null, Trigger: BoundOnEvent before }
            && before.Event == on.Event
            && (before.From is null || on.From is null || before.From == on.From));
        return on.Event.IsExternAnswer
            ? $"{who} has {(isRest ? "any other" : "a")} result"
            : who + (isRest ? " gives any other answer" : " answers") + Which(on, who, who)
                + (isRest ? "" : ", whatever it says");
    }

    // Where several answers are waited for, which of them is meant.
    private string Which(BoundOnEvent on, string who, string said)
    {
        var meant = asked.Calls
            .Where(call => call.Event == on.Event && (on.From is null || call.Label == on.From))
            .ToArray();
        var others = asked.Calls.Except(meant).ToArray();
        if (others.Length == 0)
            return "";
        if (others.All(call => call.Who != who))
            return said.Contains(who) ? "" : " of " + who;
        var label = on.From ?? (meant is [var only] ? only.Label : null);
        return label is null ? ", as " + on.Event.Name : " to " + Wording.Quoted(Wording.OfName(label));
    }
}
