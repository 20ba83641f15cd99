using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>Gives a scenario its states, session data, aggregates and actions, before any body is bound.</summary>
internal sealed class ScenarioSymbolBinder(
    BinderEnvironment environment, ExpressionBinder expressions, SignatureBinder signatures)
{
    public void Bind(ScenarioSymbol scenario)
    {
        var members = scenario.Declaration.Members;
        BindStates(scenario);
        BindActions(scenario, members.OfType<ActionMemberSyntax>());
        BindSession(scenario, members);
        foreach (var datum in scenario.Session)
            BindDefault(scenario, datum);
        foreach (var aggregate in members.OfType<AggregateSyntax>())
            BindWhere(scenario, aggregate);
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
            var symbol = new ActionSymbol(member.Action, scenario.Origin, isFileLevel: false);
            signatures.BindAction(symbol);
            if (names.TryAdd(member.Action.Name))
                actions.Add(symbol);
        }

        scenario.Actions = actions;
    }

    private void BindSession(ScenarioSymbol scenario, IEnumerable<MemberSyntax> members)
    {
        var text = scenario.Origin.Text;
        var names = new UniqueNames("session datum", text, environment.Diagnostics);
        var session = new List<SessionSymbol>();
        var aggregates = new List<AggregateSymbol>();
        foreach (var member in members)
        {
            if (member is SessionSyntax datum)
            {
                NameRules.CheckCamel(datum.Name, "session datum", text, environment.Diagnostics);
                NameRules.CheckProperty(datum.Name, "session datum", text, environment.Diagnostics);
                var symbol = new SessionSymbol(datum, environment.Types.Bind(datum.Type, scenario.Origin))
                {
                    IsDoubtful = environment.Skipped.Contains(datum.Name.Text),
                };
                if (names.TryAdd(datum.Name))
                    session.Add(symbol);
            }
            else if (member is AggregateSyntax aggregate)
            {
                NameRules.CheckCamel(aggregate.Name, "aggregate", text, environment.Diagnostics);
                var symbol = new AggregateSymbol(aggregate, AggregateTypes.Bind(aggregate, ContextOf(scenario), environment));
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

    private void BindWhere(ScenarioSymbol scenario, AggregateSyntax aggregate)
    {
        if (aggregate.Where is null)
            return;
        var @event = environment.Table.Types.Find(aggregate.Event.Text, scenario.Origin) as EventSymbol;
        var context = new BindingContext(scenario.Origin, Surroundings.AggregateWhere)
        {
            Scenario = scenario,
            Event = @event is null ? EventView.Unchecked : EventView.Of(@event),
        };
        expressions.BindCondition(aggregate.Where, context);
    }

    private static BindingContext ContextOf(ScenarioSymbol scenario) =>
        new(scenario.Origin, Surroundings.Scenario) { Scenario = scenario };
}

/// <summary>The type of `count(E)`, `sum(E.f)`, `min`, `max` and `avg`.</summary>
internal static class AggregateTypes
{
    public static TypeSymbol Bind(AggregateSyntax syntax, BindingContext context, BinderEnvironment environment)
    {
        if (EventLookup.Find(syntax.Event, context, environment) is not { } @event)
            return BuiltInTypes.Error;
        if (@event.EventOrigin != Syntax.Declarations.EventOrigin.Ordinary)
        {
            environment.Report(
                NameDiagnostics.WrongEventKind(
                    context.Locate(syntax.Event.Span), @event.Name, "in an aggregate", "an aggregate counts ordinary events"),
                context);
            return BuiltInTypes.Error;
        }

        if (syntax.Field is not { } name)
            return BuiltInTypes.Int;
        var field = @event.Fields.FirstOrDefault(candidate => candidate.Name == name.Text);
        if (field is null)
        {
            environment.Report(
                NameDiagnostics.UnknownMember(
                    context.Locate(name.Span), name.Text, $"event '{@event.Name}'", [.. @event.Fields.Select(each => each.Name)]),
                context);
            return BuiltInTypes.Error;
        }

        if (field.Type.IsError)
            return field.Type;
        if (Conversions.IsNumeric(field.Type.Underlying))
        {
            return syntax.Function.Text switch
            {
                "sum" => field.Type.Underlying,
                "avg" => BuiltInTypes.Decimal.ToNullable(),
                _ => field.Type.ToNullable(),
            };
        }

        environment.Report(
            TypeDiagnostics.WrongArgument(
                context.Locate(name.Span), syntax.Function.Text, field.Type.Name, "an 'int' or a 'decimal' field"),
            context);
        return BuiltInTypes.Error;
    }
}
