using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>`send`, `schedule` and `cancel`.</summary>
internal sealed class SendBinder(BinderEnvironment environment, ExpressionBinder expressions)
{
    // example: send Reminder { count: 1 } to Billing for session.owner
    public BoundStatement BindSend(SendSyntax syntax, BindingContext context)
    {
        var @event = FindEvent(syntax.Event, "send", context);
        var (isPayloadSound, payload) = BindPayload(@event, syntax.Event, syntax.Payload, context);
        var to = FindScenario(syntax.To, context);
        var @for = BindFor(syntax.For, context);
        return @event is null || !isPayloadSound || (syntax.To is not null && to is null)
            ? StatementBinder.Error(syntax, context) with { Expressions = Bound(payload, @for) }
            : new BoundSend(@event, syntax.Event.Span, payload, to, @for, null, false, context.Text, syntax.Span);
    }

    // example: schedule Reminder in 3d
    public BoundStatement BindSchedule(ScheduleSyntax syntax, BindingContext context)
    {
        var @event = FindEvent(syntax.Event, "schedule", context);
        var (isPayloadSound, payload) = BindPayload(@event, syntax.Event, syntax.Payload, context);
        var when = syntax.IsAt
            ? expressions.BindTo(syntax.When, BuiltInTypes.DateTime, "the time after 'at'", context)
            : expressions.BindTo(syntax.When, BuiltInTypes.Duration, "the time after 'in'", context);
        if (!syntax.IsAt)
            ConstantDuration.Check(when, "schedule", environment, context);
        var to = FindScenario(syntax.To, context);
        var @for = BindFor(syntax.For, context);
        return @event is null || !isPayloadSound || (syntax.To is not null && to is null)
            ? StatementBinder.Error(syntax, context) with { Expressions = Bound(payload, when, @for) }
            : new BoundSend(@event, syntax.Event.Span, payload, to, @for, when, syntax.IsAt, context.Text, syntax.Span);
    }

    // example: cancel Reminder
    public BoundStatement BindCancel(CancelSyntax syntax, BindingContext context) =>
        FindEvent(syntax.Event, "cancel", context) is { } @event
            ? new BoundCancel(@event, context.Text, syntax.Span)
            : StatementBinder.Error(syntax, context);

    private static ImmutableArray<BoundExpression> Bound(params BoundExpression?[] expressions) =>
        [.. expressions.OfType<BoundExpression>()];

    private EventSymbol? FindEvent(Identifier name, string verb, BindingContext context)
    {
        var @event = EventLookup.Find(name, context, environment);
        if (@event is not { IsAnswer: true })
            return @event;
        environment.Report(
            NameDiagnostics.WrongEventKind(
                context.Locate(name.Span),
                name.Text,
                $"after '{verb}'",
                "it is an answer, and only the call that asks for an answer gives rise to it"),
            context);
        return null;
    }

    private (bool IsSound, BoundExpression? Payload) BindPayload(
        EventSymbol? @event, Identifier name, ExpressionSyntax? payload, BindingContext context)
    {
        if (payload is null)
        {
            var empty = @event is null ? null : expressions.Objects.BindEmpty(@event, name.Span, context);
            return (empty is not null, empty);
        }

        if (@event is null)
        {
            return (false, expressions.Bind(payload, context));
        }

        var bound = expressions.BindTo(payload, @event, $"sent as '{@event.Name}'", context);
        return (!bound.Type.IsError, bound);
    }

    private ScenarioSymbol? FindScenario(Identifier? name, BindingContext context)
    {
        if (name is not { Text: var text, Span: var span })
            return null;
        var scenarios = environment.Table.Scenarios;
        if (scenarios.Find(text, context.Origin) is { } found)
            return found;
        if (environment.Skipped.Contains(text, "scenario"))
            return null;
        environment.Report(
            scenarios.FindNamespaceOf(text) is { } elsewhere
                ? NameDiagnostics.NotInSight(
                    DiagnosticDescriptors.UnknownType, context.Locate(span), "scenario", text, elsewhere)
                : NameDiagnostics.UnknownScenario(context.Locate(span), text, scenarios.NamesInSight(context.Origin)),
            context);
        return null;
    }

    private BoundExpression? BindFor(ExpressionSyntax? @for, BindingContext context) =>
        @for is null ? null : expressions.BindTo(@for, BuiltInTypes.String, "the session after 'for'", context);
}
