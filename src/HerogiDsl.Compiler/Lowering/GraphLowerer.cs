using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>The shape of a scenario as tools draw it.</summary>
internal static class GraphLowerer
{
    public static GraphModel Lower(ScenarioPlan plan)
    {
        var scenario = plan.Scenario;
        var states = new[] { scenario.Start }.Concat(scenario.States).Select(state => Lower(scenario, state));
        var transitions = plan.Transitions.Select(pair => Lower(scenario, pair.State, pair.Transition));
        return new GraphModel(states.ToEquatableArray(), transitions.ToEquatableArray())
        {
            AnywhereDefers = scenario.AnywhereDefers.Select(Defer).ToEquatableArray(),
        };
    }

    /// <summary>The trigger of a transition as it is written: on Saved from addNewCompany.</summary>
    public static string Trigger(BoundScenario scenario, BoundTransition transition) =>
        SourceLines.OneLine(scenario.Symbol.Origin.Text, transition.Syntax.Trigger.Span);

    public static string? Guard(BoundScenario scenario, BoundTransition transition) =>
        transition.Syntax.Guard is { } guard ? SourceLines.OneLine(scenario.Symbol.Origin.Text, guard.Span) : null;

    public static EquatableArray<string> Lines(Documentation? documentation) =>
        documentation is null ? default : documentation.Lines.ToEquatableArray();

    private static GraphStateModel Lower(BoundScenario scenario, BoundState state)
    {
        var symbol = state.Symbol;
        var declaration = symbol.Declaration;
        return new GraphStateModel(
            symbol.Name,
            symbol.Kind.ToString(),
            string.Join("\n", Lines(declaration?.Documentation)),
            state.Statements.Select(Action).ToEquatableArray(),
            ScenarioTables.Position(
                scenario.Symbol.Origin.Text,
                declaration?.KeywordSpan.Start ?? scenario.Symbol.Declaration.KeywordSpan.Start))
        {
            Defers = state.Defers.Select(Defer).ToEquatableArray(),
        };
    }

    private static GraphTransitionModel Lower(BoundScenario scenario, BoundState state, BoundTransition transition) =>
        new(
            state.Symbol.Name,
            transition.Target?.Name ?? state.Symbol.Name,
            Trigger(scenario, transition),
            Guard(scenario, transition),
            transition.Target is null,
            ScenarioTables.Position(scenario.Symbol.Origin.Text, transition.Syntax.Span.Start))
        {
            IsTimer = transition.Trigger is BoundAfter or BoundEvery,
            IsAnywhere = transition.IsAnywhere,
            Do = transition.Do.Select(Effect).ToEquatableArray(),
        };

    // example: defer CustomerUpdated
    private static string Defer(BoundDefer defer) => (defer.IsIgnore ? "ignore " : "defer ") + defer.Event.Name;

    // example: set companyId
    private static string Effect(BoundStatement statement) => statement switch
    {
        BoundSet set => "set " + set.Datum.Name,
        BoundSend send => (send.When is null ? "send " : "schedule ") + send.Event.Name,
        _ => Action(statement),
    };

    // example: addNewCompany: http post HubSpot "/companies" returns Saved
    private static string Action(BoundStatement statement) => statement switch
    {
        BoundHttp http => Label(http.Syntax.Label) + "http " + http.Method + " " + http.Connection.Name + " "
            + Source(http.Text, http.Syntax.Path.Span) + Returns(http.Returns),
        BoundEmail email => Label(email.Syntax.Label) + "email " + email.Connection.Name + Returns(email.Returns),
        BoundIf @if => "if " + Source(@if.Text, @if.Branches[0].Condition.Span),
        _ => SourceLines.Shortened(Source(statement.Text, statement.Span)),
    };

    private static string Label(Identifier? label) => label is { } name ? name.Text + ": " : "";

    private static string Returns(EventSymbol? @event) => @event is null ? "" : " returns " + @event.Name;

    private static string Source(SourceText text, TextSpan span) => SourceLines.OneLine(text, span);
}
