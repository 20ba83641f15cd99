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
        list.Paragraph("What stays where it is, and what begins the same step again, is left out here.");
        foreach (var ways in new Ways(scenario).All())
            Explain(ways);
    }

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
            $"Way {number.ToString(CultureInfo.InvariantCulture)}, {(isRound ? "back " : "")}to {goal.Name}"
            + (goal.Kind == StateKind.End ? ", the end:" : ":"));
        for (var i = 0; i < way.Length; i++)
            list.Item(Wording.Sentence(Reasons(way[i]) + $": {way[i].To.Symbol.Name}{Rounds(way, i)}"), 1);
    }

    private string Reasons(Leg leg)
    {
        var words = new TransitionWords(scenario, StateExplainer.AskedIn(scenario, leg.From));
        return Wording.List(
            leg.Transitions.Select(transition =>
                words.When(transition, leg.From.Transitions.Take(leg.From.Transitions.IndexOf(transition)), isShort: true)),
            "or");
    }

    // example: FindCompany (or, when the searches is more than 3, back to CompanyRegister)
    private static string Rounds(ImmutableArray<Leg> way, int at)
    {
        var before = way.Take(at + 1).Select(leg => leg.From.Symbol).Where(state => state.Kind != StateKind.Start).ToArray();
        var reached = way[at].To;
        if (at == way.Length - 1)
            return "";
        var back = reached.Transitions.Select(transition => transition.Target)
            .Where(target => target is not null && target != reached.Symbol && Array.IndexOf(before, target) >= 0)
            .Select(target => target?.Name ?? "")
            .Distinct()
            .ToArray();
        return back.Length == 0 ? "" : $" (from where it may also go back to {Wording.List(back, "or")})";
    }
}
