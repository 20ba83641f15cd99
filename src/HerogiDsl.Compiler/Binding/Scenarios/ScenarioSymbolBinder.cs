using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>Gives a scenario its states, session data, aggregates and actions, before any body is bound.</summary>
internal sealed class ScenarioSymbolBinder(
    BinderEnvironment environment, ExpressionBinder expressions, SignatureBinder signatures)
{
    /// <summary>States and actions: when those of all scenarios are bound, it is known which events are answers.</summary>
    public void BindShape(ScenarioSymbol scenario)
    {
        BindStates(scenario);
        BindActions(scenario, scenario.Declaration.Members.OfType<ActionMemberSyntax>());
    }

    /// <summary>Session data and aggregates.</summary>
    public void BindData(ScenarioSymbol scenario)
    {
        var aggregates = new AggregateBinder(environment, expressions, scenario);
        BindSession(scenario, aggregates);
        foreach (var datum in scenario.Session)
            BindDefault(scenario, datum);
        foreach (var aggregate in scenario.Declaration.Members.OfType<AggregateSyntax>())
            aggregates.BindWhere(aggregate);
    }

    private void BindStates(ScenarioSymbol scenario)
    {
        var text = scenario.Origin.Text;
        var names = new UniqueNames("state", text, environment.Diagnostics);
        var states = new List<StateSymbol>();
        var duplicates = new List<StateSymbol>();
        foreach (var member in scenario.Declaration.Members)
        {
            switch (member)
            {
                case StartSyntax start when scenario.Start.Declaration is null:
                    scenario.Start = new StateSymbol("start", StateKind.Start, start);
                    break;
                case StateSyntax state:
                    AddState(state.Name, "state", new StateSymbol(state.Name.Text, StateKind.State, state));
                    break;
                case EndSyntax end:
                    AddState(end.Name, "end", new StateSymbol(end.Name.Text, StateKind.End, end));
                    break;
            }
        }

        scenario.States = states;
        scenario.Duplicates = duplicates;

        void AddState(Identifier name, string kind, StateSymbol symbol)
        {
            NameRules.CheckPascal(name, kind, text, environment.Diagnostics);
            if (name.Text == "State")
            {
                environment.Diagnostics.Report(NameDiagnostics.NotForCSharp(
                    text.Locate(name.Span), kind, name.Text, $"'{scenario.Name}.State' is the type of all its states"));
            }

            (names.TryAdd(name, kind) ? states : duplicates).Add(symbol);
        }
    }

    private void BindActions(ScenarioSymbol scenario, IEnumerable<ActionMemberSyntax> members)
    {
        var names = new UniqueNames("action", scenario.Origin.Text, environment.Diagnostics);
        var actions = new List<ActionSymbol>();
        foreach (var member in members)
        {
            NameRules.CheckCamel(member.Action.Name, "action", scenario.Origin.Text, environment.Diagnostics);
            var symbol = new ActionSymbol(member.Action, scenario.Origin, isFileLevel: false) { Scenario = scenario.Name };
            signatures.BindAction(symbol);
            if (names.TryAdd(member.Action.Name))
                actions.Add(symbol);
        }

        scenario.Actions = actions;
    }

    private void BindSession(ScenarioSymbol scenario, AggregateBinder binder)
    {
        var text = scenario.Origin.Text;
        var names = new UniqueNames("session datum", text, environment.Diagnostics);
        var session = new List<SessionSymbol>();
        var aggregates = new List<AggregateSymbol>();
        foreach (var member in scenario.Declaration.Members)
        {
            if (member is SessionSyntax datum)
            {
                NameRules.CheckCamel(datum.Name, "session datum", text, environment.Diagnostics);
                NameRules.CheckProperty(datum.Name, "session datum", text, environment.Diagnostics);
                var symbol = new SessionSymbol(datum, environment.Types.Bind(datum.Type, scenario.Origin))
                {
                    IsDoubtful = environment.Skipped.Contains(datum.Name.Text, text),
                };
                if (names.TryAdd(datum.Name))
                    session.Add(symbol);
            }
            else if (member is AggregateSyntax aggregate)
            {
                NameRules.CheckCamel(aggregate.Name, "aggregate", text, environment.Diagnostics);
                var symbol = binder.Bind(aggregate);
                if (names.TryAdd(aggregate.Name, "aggregate"))
                    aggregates.Add(symbol);
            }
        }

        scenario.Session = session;
        scenario.Aggregates = aggregates;
    }

    private void BindDefault(ScenarioSymbol scenario, SessionSymbol datum)
    {
        if (datum.Declaration.Default is { } @default)
        {
            var context = new BindingContext(scenario.Origin, Surroundings.SessionDefault) { Scenario = scenario };
            datum.Default = expressions.BindTo(@default, datum.Type, $"the default of 'session.{datum.Name}'", context);
        }
    }
}
