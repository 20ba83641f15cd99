using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Binding.Literals;
using HerogiDsl.Compiler.Binding.Statements;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>A transition as far as it can be bound before it is known what leads where: all but the delay of a timer.</summary>
/// <param name="Owner">The state it stands in; null for `anywhere`.</param>
/// <param name="View">What `event` is where its guard has held.</param>
internal sealed record TransitionHead(BoundTransition Transition, StateSymbol? Owner, EventView View)
{
    public TransitionSyntax Syntax => Transition.Syntax;

    public StateSymbol? Target => Transition.Target;
}

/// <summary>Binds transitions.</summary>
internal sealed class TransitionBinder(
    BinderEnvironment environment, ExpressionBinder expressions, StatementBinder statements)
{
    // example: on Saved from addNewCompany when event.ok do { set x = 1 } -> CustomerRegister
    public TransitionHead BindHead(TransitionSyntax syntax, StateSymbol? owner, BindingContext context)
    {
        var (trigger, view) = BindTrigger(syntax.Trigger, context);
        context = context with { Event = view };
        BoundExpression? guard = null;
        if (syntax.Guard is not null)
        {
            guard = expressions.BindCondition(syntax.Guard, context);
            context = context.When(guard, true);
        }

        var transition = new BoundTransition(
            syntax,
            trigger,
            guard,
            syntax.Do is null ? [] : statements.BindAll(syntax.Do.Statements, context),
            syntax.IsStay ? null : FindTarget(syntax, context),
            owner is null);
        return new TransitionHead(transition, owner, context.Event ?? view);
    }

    /// <summary>Binds the delay of a timer, which is computed when the state's statements have run.</summary>
    public BoundTransition BindDelay(BoundTransition transition, BindingContext context)
    {
        if (transition.Syntax.Trigger is not AfterTriggerSyntax after)
            return transition;
        var delay = expressions.BindTo(after.Delay, BuiltInTypes.Duration, "the delay after 'after'", context);
        ConstantDuration.Check(delay, "after", environment, context);
        return transition with { Trigger = new BoundAfter(delay) };
    }

    public ImmutableArray<BoundDefer> BindDefers(IEnumerable<DeferSyntax> syntaxes, BindingContext context)
    {
        var defers = ImmutableArray.CreateBuilder<BoundDefer>();
        foreach (var syntax in syntaxes)
        {
            foreach (var name in syntax.Events)
            {
                if (EventLookup.Find(name, context, environment) is { } @event)
                    defers.Add(new BoundDefer(@event, syntax.IsIgnore, syntax));
            }
        }

        return defers.ToImmutable();
    }

    private (BoundTrigger Trigger, EventView View) BindTrigger(TriggerSyntax syntax, BindingContext context)
    {
        switch (syntax)
        {
            case OnTriggerSyntax { Event: null }:
                return (new BoundOnAny(), BindAny());
            case OnTriggerSyntax { Event: { } name } on:
                return BindOn(on, name, context);
            case EveryTriggerSyntax every:
                var trigger = new BoundEvery(every.Cron.Value, every.Zone?.Value ?? "UTC");
                return (trigger with { IsMalformed = !IsSound(every, context) }, Timer());
            default:
                return (new BoundAfter(new BoundError(syntax.Span)), Timer());
        }

        static EventView Timer() => EventView.None("a timer brings none");
    }

    // It takes every ordinary event: none of them is without a use.
    private EventView BindAny()
    {
        EventSymbol[] ordinary = [.. environment.Table.Events.Where(@event => !@event.IsAnswer)];
        foreach (var @event in ordinary)
            environment.Usage.Mention(@event);
        return new EventView([.. ordinary], null, []);
    }

    private (BoundTrigger Trigger, EventView View) BindOn(
        OnTriggerSyntax on, Syntax.Identifier name, BindingContext context)
    {
        if (EventLookup.Find(name, context, environment) is not { } @event)
            return (new BoundErrorTrigger(), EventView.Unchecked);
        if (on.From is null || @event.IsAnswer)
            return (new BoundOnEvent(@event, on.From?.Text), EventView.Of(@event));
        if (environment.Skipped.MayDeclare(@event.Name, "event"))
            return (new BoundErrorTrigger(), EventView.Unchecked);
        environment.Report(
            NameDiagnostics.WrongEventKind(
                context.Locate(name.Span), name.Text, "before 'from'", "only the answer to a labelled statement can"),
            context);
        return (new BoundErrorTrigger(), EventView.Of(@event));
    }

    // HRG0003
    private bool IsSound(EveryTriggerSyntax every, BindingContext context)
    {
        var before = environment.Diagnostics.ErrorCount;
        if (CronLiteral.FindFault(every.Cron.Value) is { } fault)
            environment.Report(SyntaxDiagnostics.Malformed(context.Locate(every.Cron.Span), fault), context);
        if (every.Zone is { } zone && ZoneLiteral.IsUnknown(zone.Value))
        {
            environment.Report(
                SyntaxDiagnostics.Malformed(
                    context.Locate(zone.Span),
                    $"there is no time zone '{zone.Value}'; zones have IANA names, such as 'Europe/Berlin'"),
                context);
        }

        return environment.Diagnostics.ErrorCount == before;
    }

    private StateSymbol? FindTarget(TransitionSyntax syntax, BindingContext context) =>
        FindState(syntax.Target, context, environment);

    /// <summary>HRG1001: the state that a name means.</summary>
    public static StateSymbol? FindState(
        Syntax.Identifier name, BindingContext context, BinderEnvironment environment)
    {
        var scenario = context.Scenario ?? throw new InvalidOperationException(name.Text);
        if (scenario.FindState(name.Text) is { } found)
            return found;
        if (!environment.Skipped.Excuses(
            name.Text, context.Locate(name.Span), BinderEnvironment.ScenarioOf(context), "state", "end"))
        {
            environment.Report(
                NameDiagnostics.UnknownState(
                    context.Locate(name.Span),
                    name.Text,
                    scenario.Name,
                    environment.Candidates(scenario.States.Count, () => [.. scenario.States.Select(state => state.Name)])),
                context);
        }

        return null;
    }
}
