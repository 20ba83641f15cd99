using HerogiDsl.Compiler.Binding.Bound;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Tells a scenario to somebody who reads no code.</summary>
internal static class ScenarioExplainer
{
    public static Explanation Explain(BoundScenario scenario, BoundProgram program)
    {
        var list = new PassageList();
        var data = new DataExplainer(scenario, list);
        list.Title(scenario.Symbol.Name);
        list.Paragraph(Wording.Of(scenario.Symbol.Declaration.Documentation));
        list.Paragraph("It looks after each case (a customer, an order, a device) separately; each is in one step at a time.");
        Begin(scenario, list);
        list.Heading("The steps");
        var states = new StateExplainer(scenario, list);
        foreach (var state in scenario.States)
            states.Explain(state);
        Anywhere(scenario, list);
        new WaysExplainer(scenario, list).Explain();
        End(scenario, list);
        data.Events();
        data.Session();
        data.Connections(program.Connections);
        Migrations(scenario, list);
        return new Explanation(scenario.Symbol.Name, list.ToImmutable());
    }

    private static void Begin(BoundScenario scenario, PassageList list)
    {
        list.Heading("How it begins");
        var words = new TransitionWords(scenario, new Asked([]));
        var start = scenario.Start;
        if (start.Transitions is [var only])
        {
            list.Paragraph(Wording.Sentence($"when {words.When(only, [])}, {words.Then(only, start.Symbol)}"));
            return;
        }

        list.Paragraph(start.Transitions.IsEmpty ? "Nothing begins it." : "A case begins when:");
        for (var i = 0; i < start.Transitions.Length; i++)
        {
            var when = words.When(start.Transitions[i], start.Transitions.Take(i));
            list.Item(Wording.Sentence($"{when}: {words.Then(start.Transitions[i], start.Symbol)}"));
        }
    }

    private static void Anywhere(BoundScenario scenario, PassageList list)
    {
        if (scenario.Anywhere.IsEmpty && scenario.AnywhereDefers.IsEmpty)
            return;
        list.Heading("At any time");
        list.Paragraph("Whatever the step, unless the step itself says otherwise:");
        var words = new TransitionWords(scenario, new Asked([]));
        for (var i = 0; i < scenario.Anywhere.Length; i++)
        {
            var transition = scenario.Anywhere[i];
            var joint = transition.Trigger is BoundAfter or BoundEvery ? " in one step, " : ": ";
            var when = words.When(transition, scenario.Anywhere.Take(i));
            list.Item(Wording.Sentence(when + joint + words.Then(transition, null)));
        }

        foreach (var group in scenario.AnywhereDefers.GroupBy(defer => defer.IsIgnore))
        {
            var events = Wording.List(group.Select(defer => defer.Event.Name), "or");
            list.Item($"{events} comes: it is {(group.Key ? "ignored" : "kept until a step can use it")}.");
        }
    }

    private static void End(BoundScenario scenario, PassageList list)
    {
        if (!scenario.States.Any(state => state.Symbol.Kind == Symbols.StateKind.End))
            return;
        list.Heading("After the end");
        list.Paragraph(scenario.Symbol.Declaration.IsOnce
            ? "A case that has ended stays ended: what comes later is ignored."
            : "The case is closed, and its clocks stop. What comes later finds it where it was before the beginning: "
                + "it may begin anew.");
    }

    private static void Migrations(BoundScenario scenario, PassageList list)
    {
        if (scenario.Migrations.IsEmpty)
            return;
        list.Heading("Cases from before the last change");
        var words = new StatementWords("it");
        foreach (var migration in scenario.Migrations)
        {
            var done = words.Together(migration.Statements);
            list.Item(Wording.Sentence($"One that stood in {migration.From} goes on in {migration.To.Name}"
                + (done.Length == 0 ? "" : $": it {done}")));
        }
    }
}
