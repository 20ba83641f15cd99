using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>The connection a call goes to, and the event its answer comes back as.</summary>
internal static class CallTargets
{
    public static ConnectionSymbol? FindConnection(
        Identifier name, bool wantsSmtp, BindingContext context, BinderEnvironment environment)
    {
        var connections = environment.Table.Connections;
        var at = context.Locate(name.Span);
        if (connections.Find(name.Text, context.Origin) is { } found)
        {
            environment.Usage.Mention(found);
            if (found.IsSmtp == wantsSmtp)
                return found;
            environment.Report(NameDiagnostics.WrongConnectionKind(at, name.Text, wantsSmtp), context);
            return null;
        }

        if (!environment.Skipped.Excuses(name.Text, at, null, "connection"))
        {
            environment.Report(
                connections.FindNamespaceOf(name.Text) is { } elsewhere
                    ? NameDiagnostics.NotInSight(
                        DiagnosticDescriptors.UnknownConnection, at, "connection", name.Text, elsewhere)
                    : NameDiagnostics.UnknownConnection(at, name.Text, connections.NamesInSight(context.Origin)),
                context);
        }

        return null;
    }

    /// <summary>The event after `returns`.</summary>
    /// <param name="isSound">Whether nothing was told to be wrong.</param>
    public static EventSymbol? FindAnswer(
        Identifier? name, EventOrigin origin, BindingContext context, BinderEnvironment environment, out bool isSound)
    {
        isSound = true;
        if (name is not { } returns)
            return null;
        isSound = false;
        if (context.Leaving is { } place)
        {
            environment.Report(
                FlowDiagnostics.NotWhereVisitEnds(context.Locate(returns.Span), $"'returns {returns.Text}'", place), context);
            return null;
        }

        if (EventLookup.Find(returns, context, environment) is not { } @event)
            return null;
        var word = origin == EventOrigin.Http ? "http" : "smtp";
        if (@event.EventOrigin == origin)
        {
            isSound = true;
            return @event;
        }

        if (environment.Skipped.MayDeclare(@event.Name, "event"))
            return null;
        environment.Report(
            NameDiagnostics.WrongEventKind(
                context.Locate(returns.Span),
                returns.Text,
                $"after the 'returns' of {(origin == EventOrigin.Http ? "an 'http'" : "an 'email'")}",
                $"its answer is an event declared with 'from {word}'"),
            context);
        return null;
    }
}
