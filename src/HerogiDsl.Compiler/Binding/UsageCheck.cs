using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding;

/// <summary>HRG1013 and HRG3016: what is declared and never mentioned, or set and never read.</summary>
internal sealed class UsageCheck(BinderEnvironment environment, Func<UsageDoubt> doubtOf)
{
    // Asked for only where something may be told: it looks through every text.
    private readonly Lazy<UsageDoubt> _doubt = new(doubtOf);

    public void Run()
    {
        // What could not be read may have mentioned anything.
        if (environment.SyntaxFaults.Count > 0)
            return;
        foreach (var type in environment.Table.TypesInOrder)
            Check(type, Kind(type), type.Name, type.NameLocation);
        foreach (var connection in environment.Table.ConnectionsInOrder)
            Check(connection, "connection", connection.Name, connection.Origin.Text.Locate(connection.Declaration.Name.Span));
        foreach (var action in environment.Table.ActionsInOrder)
            CheckAction(action);
        foreach (var scenario in environment.Table.ScenariosInOrder)
        {
            foreach (var action in scenario.Actions)
                CheckAction(action);
            foreach (var datum in scenario.Session)
                CheckDatum(scenario, datum);
        }
    }

    private void CheckAction(ActionSymbol action) =>
        Check(action, "action", action.Name, action.Origin.Text.Locate(action.Declaration.Name.Span));

    private void CheckDatum(ScenarioSymbol scenario, SessionSymbol datum)
    {
        var at = scenario.Origin.Text.Locate(datum.Declaration.Name.Span);
        if (environment.Usage.IsRead(datum) || _doubt.Value.MayRead(datum.Name))
            return;
        if (!environment.Usage.IsMentioned(datum) && !_doubt.Value.MaySet(datum.Name))
            environment.Diagnostics.Report(CoverageDiagnostics.Unused(at, "session datum", datum.Name));
        else if (datum.Declaration.Documentation?.HasTag("@output") != true)
            environment.Diagnostics.Report(CoverageDiagnostics.NeverRead(at, datum.Name));
    }

    private void Check(object symbol, string kind, string name, Text.SourceLocation at)
    {
        if (!environment.Usage.IsMentioned(symbol) && !_doubt.Value.MayMention(name))
            environment.Diagnostics.Report(CoverageDiagnostics.Unused(at, kind, name));
    }

    private static string Kind(NamedTypeSymbol type) => type switch
    {
        RecordSymbol => "record",
        EnumSymbol => "enum",
        _ => "event",
    };
}
