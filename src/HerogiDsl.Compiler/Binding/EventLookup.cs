using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Binding;

/// <summary>HRG1002: finds the event that a name means.</summary>
internal static class EventLookup
{
    public static EventSymbol? Find(Identifier name, BindingContext context, BinderEnvironment environment)
    {
        var table = environment.Table;
        var found = table.Types.Find(name.Text, context.Origin);
        if (found is EventSymbol @event)
        {
            environment.Usage.Mention(@event);
            return @event;
        }

        var at = context.Locate(name.Span);
        if (environment.Skipped.Excuses(name.Text, at, null, "event"))
            return null;
        var elsewhere = table.FindEventAnywhere(name.Text);
        environment.Report(
            found is not null ? NameDiagnostics.NotAnEvent(at, name.Text, found is RecordSymbol ? "record" : "enum")
                : elsewhere is not null
                    ? NameDiagnostics.NotInSight(
                        DiagnosticDescriptors.UnknownEvent, at, "event", name.Text, elsewhere.Namespace)
                : NameDiagnostics.UnknownEvent(
                    at, name.Text, environment.Candidates(table.TypesInOrder.Count, () => table.EventNamesInSight(context.Origin))),
            context);
        return null;
    }
}
