using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>A step: what happens in it, and what leads where.</summary>
internal sealed class StateExplainer(BoundScenario scenario, PassageList list)
{
    public void Explain(BoundState state)
    {
        list.Subheading(state.Symbol.Name + (state.Symbol.Kind == StateKind.End ? ", the end" : ""));
        list.Paragraph(Wording.Of(state.Symbol.Declaration?.Documentation));
        Arrival(state);
        if (state.Symbol.Kind == StateKind.End)
        {
            list.Paragraph("Here a case ends.");
            return;
        }

        Leaving(state);
        Defers(state);
        if (!state.Exit.IsEmpty)
            list.Paragraph(Wording.Sentence("on leaving, it " + new StatementWords("it").Together(state.Exit)));
    }

    /// <summary>Who may answer during a visit: what the statements ask, and what was asked on the way in or while staying.</summary>
    public static Asked AskedIn(BoundScenario scenario, BoundState state) => new(
    [
        .. CallWords.Asked(state.Statements)
            .Concat(scenario.LeadingTo(state.Symbol).SelectMany(transition => CallWords.Asked(transition.Do)))
            .Concat(state.Transitions.Where(transition => transition.Target is null)
                .SelectMany(transition => CallWords.Asked(transition.Do)))
            .Distinct(),
    ]);

    private void Arrival(BoundState state)
    {
        var words = new StatementWords(EventWord(state));
        if (state.Statements is [BoundIf] or { Length: > 1 })
        {
            list.Paragraph("On arrival, it:");
            words.Items(state.Statements, list);
        }
        else if (!state.Statements.IsEmpty)
        {
            list.Paragraph(Wording.Sentence("it " + words.Together(state.Statements)));
        }
    }

    private void Leaving(BoundState state)
    {
        var asked = AskedIn(scenario, state);
        if (state.Transitions.IsEmpty)
        {
            list.Paragraph(asked.Calls.IsEmpty ? "Here it rests." : "Then nothing more is waited for.");
            return;
        }

        list.Paragraph(Waiting(state, asked));
        var words = new TransitionWords(scenario, asked);
        for (var i = 0; i < state.Transitions.Length; i++)
        {
            var transition = state.Transitions[i];
            var when = words.When(transition, state.Transitions.Take(i));
            var joint = transition.Trigger is BoundAfter or BoundEvery ? ", " : ": ";
            list.Item(Wording.Sentence(when + joint + words.Then(transition, state.Symbol)));
        }
    }

    private string Waiting(BoundState state, Asked asked)
    {
        var whom = asked.Calls.Where(call => state.Transitions.Any(transition => IsOn(transition, call.Event)))
            .Select(call => call.Who).Distinct().ToArray();
        var timer = state.Transitions.FirstOrDefault(transition => transition is { Trigger: BoundAfter, Guard: null });
        var limit = timer?.Trigger is BoundAfter after
            ? ", for up to " + new ExpressionWords(scenario.Symbol.Origin.Text, "it").Of(after.Delay)
            : "";
        if (whom.Length > 0)
        {
            var answers = whom.Length == 1 ? Wording.Possessive(whom[0]) + " answer" : "the answers of " + Wording.List(whom);
            return $"Then it waits for {answers}{limit}:";
        }

        var timers = state.Transitions.Count(transition => transition.Trigger is BoundAfter or BoundEvery);
        return timers == state.Transitions.Length ? "It waits:"
            : limit.Length > 0 ? $"It waits{limit.Substring(1)}:"
            : timers > 0 ? "It waits, until:"
            : "Here it rests, until:";
    }

    private static bool IsOn(BoundTransition transition, EventSymbol answer) =>
        transition.Trigger is BoundOnEvent on && on.Event == answer;

    private void Defers(BoundState state)
    {
        foreach (var group in state.Defers.GroupBy(defer => defer.IsIgnore))
        {
            var events = Wording.List(group.Select(defer => defer.Event.Name), "or");
            list.Paragraph($"If {events} comes meanwhile, it is {(group.Key ? "ignored" : "kept for later")}.");
        }
    }

    private string EventWord(BoundState state) => scenario.Views.TryGetValue(state.Symbol, out var view)
        ? view.Events switch
        {
            [{ IsAnswer: true }] => EventWords.Answer,
            [var only] => only.Name,
            [] => EventWords.One,
            _ => EventWords.Several,
        }
        : EventWords.One;
}
