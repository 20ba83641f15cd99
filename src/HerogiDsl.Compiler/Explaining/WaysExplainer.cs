using System.Collections.Immutable;
using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Every way, each once, with its rounds.</summary>
internal sealed class WaysExplainer(BoundScenario scenario, PassageList list)
{
    public void Explain()
    {
        list.Heading("The ways through it");
        list.Paragraph("What stays in a step, or begins it again, is left out here.");
        var all = new Ways(scenario).All().ToArray();
        foreach (var ways in all)
            Explain(ways);
        if (all.All(ways => ways.All.Length == ways.Count))
            Aside(all);
        Anywhere();
    }

    // What lies on no way, since it only leads back.
    private void Aside(WaysFrom[] all)
    {
        var told = new HashSet<StateSymbol>(
            all.SelectMany(ways => ways.All).SelectMany(way => way).Select(leg => leg.To.Symbol));
        var aside = scenario.States
            .Where(state => scenario.Reachable.Contains(state.Symbol) && !told.Contains(state.Symbol)
                && state.Symbol.Kind == StateKind.State)
            .ToArray();
        if (aside.Length == 0)
            return;
        list.Subheading("Besides");
        foreach (var state in aside)
        {
            var from = scenario.LeadingTo(state.Symbol).Select(transition => Owner(transition)).Distinct()
                .Where(name => name != state.Symbol.Name).ToArray();
            var to = state.Transitions.Select(transition => transition.Target).Where(target => target != state.Symbol)
                .Select(target => target?.Name ?? "").Where(name => name.Length > 0).Distinct().ToArray();
            var leads = to.Length == 0 ? "leads nowhere" : $"leads to {Wording.List(to, "or")}";
            list.Item($"{Wording.List(from, "or")} may lead to {state.Symbol.Name}, which {leads}.");
        }
    }

    private string Owner(BoundTransition transition) => transition.IsAnywhere
        ? "any step"
        : scenario.States.FirstOrDefault(state => state.Transitions.Contains(transition))?.Symbol.Name ?? "the beginning";

    private void Anywhere()
    {
        var leaving = scenario.Anywhere.Where(transition => transition.Target is not null).ToArray();
        if (leaving.Length == 0)
            return;
        list.Subheading("From every step");
        var words = new TransitionWords(scenario, new Asked([]));
        foreach (var transition in leaving)
        {
            var when = words.When(transition, scenario.Anywhere.Take(scenario.Anywhere.IndexOf(transition)), isShort: true);
            list.Item(Wording.Sentence($"{when}: {Goal(transition.Target)}"));
        }
    }

    private static string Goal(StateSymbol? goal) =>
        goal is { Kind: StateKind.End } ? goal.Name + ", the end" : goal?.Name ?? "";

    private void Explain(WaysFrom ways)
    {
        var begin = ways.Begin.Symbol.Kind == StateKind.Start ? "the beginning" : ways.Begin.Symbol.Name;
        var count = ways.Count.ToString(CultureInfo.InvariantCulture);
        if (ways.All.Length < ways.Count)
        {
            var about = ways.IsCounted ? count : "more than " + count;
            list.Subheading($"From {begin}: {about} ways");
            list.Paragraph("They are too many to tell each; these are the shortest ones:");
        }
        else
        {
            list.Subheading($"From {begin}: " + (ways.Count == 1 ? "one way" : count + " ways"));
        }

        for (var i = 0; i < ways.All.Length; i++)
            Explain(ways.All[i], i + 1);
    }

    private void Explain(ImmutableArray<Leg> way, int number)
    {
        var goal = way[way.Length - 1].To.Symbol;
        var isRound = goal == way[0].From.Symbol;
        list.Item(
            $"Way {number.ToString(CultureInfo.InvariantCulture)}, {(isRound ? "back " : "")}to {Goal(goal)}:");
        for (var i = 0; i < way.Length; i++)
            list.Item(Wording.Sentence(Reasons(way[i]) + $": {way[i].To.Symbol.Name}{Rounds(way, i)}"), 1);
    }

    private string Reasons(Leg leg)
    {
        var words = new TransitionWords(scenario, StateExplainer.AskedIn(scenario, leg.From));
        return string.Join("; or ", leg.Transitions.Select(transition =>
            words.When(transition, leg.From.Transitions.Take(leg.From.Transitions.IndexOf(transition)), isShort: true)));
    }

    // example: FindCompany (or, when the searches is more than 3, back to CompanyRegister)
    private static string Rounds(ImmutableArray<Leg> way, int at)
    {
        var before = way.Take(at + 1).Select(leg => leg.From.Symbol)
            .Where(state => state.Kind != StateKind.Start)
            .ToArray();
        var reached = way[at].To;
        if (at == way.Length - 1)
            return "";
        var back = reached.Transitions.Select(transition => transition.Target)
            .Where(target => target is not null && target != reached.Symbol && target != way[way.Length - 1].To.Symbol
                && Array.IndexOf(before, target) >= 0)
            .Select(target => target?.Name ?? "")
            .Distinct()
            .ToArray();
        return back.Length == 0 ? "" : $" (or from there back to {Wording.List(back, "or")})";
    }
}
