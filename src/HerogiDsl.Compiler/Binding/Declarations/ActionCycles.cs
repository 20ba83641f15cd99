using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG3015: actions that run themselves in a circle; each circle is told once, at its first action.</summary>
internal sealed class ActionCycles(BinderEnvironment environment, ScenarioSymbol? scenario)
{
    public void Check(IEnumerable<ActionSymbol> actions)
    {
        var search = new RoundSearch<ActionSymbol, ActionSymbol>(action => action, Runs, Tell);
        foreach (var action in actions)
            search.Visit(action);
    }

    private void Tell(IReadOnlyList<ActionSymbol> circle, ActionSymbol action) =>
        environment.Diagnostics.Report(FlowDiagnostics.RecursiveAction(
            action.Origin.Text.Locate(action.Declaration.Name.Span),
            string.Join(" -> ", circle.Select(each => each.Name).Concat([action.Name]))));

    // What stands outside of scenarios never leads back into one.
    private IEnumerable<ActionSymbol> Runs(ActionSymbol action) => action.Declaration.Body is BlockActionBodySyntax body
        ? RunsIn(body.Block.Statements).Select(run => Find(run.Action.Text, action)).OfType<ActionSymbol>()
            .Where(next => scenario is null || !next.IsFileLevel)
        : [];

    private ActionSymbol? Find(string name, ActionSymbol from) =>
        (from.IsFileLevel ? null : scenario?.FindAction(name)) ?? environment.Table.Actions.Find(name, from.Origin);

    private static IEnumerable<RunSyntax> RunsIn(IEnumerable<StatementSyntax> statements) =>
        statements.SelectMany(statement => statement switch
        {
            RunSyntax run => [run],
            IfSyntax @if => @if.Branches.SelectMany(branch => RunsIn(branch.Block.Statements))
                .Concat(@if.Else is null ? [] : RunsIn(@if.Else.Statements)),
            _ => Enumerable.Empty<RunSyntax>(),
        });
}
