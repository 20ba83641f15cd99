using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG3015: actions that run themselves in a circle; each circle is told once, at its first action.</summary>
internal sealed class ActionCycles(BinderEnvironment environment, IReadOnlyList<ActionSymbol> own)
{
    private readonly HashSet<ActionSymbol> _done = [];
    private readonly List<ActionSymbol> _path = [];

    public void Check(IEnumerable<ActionSymbol> actions)
    {
        foreach (var action in actions)
            Visit(action);
    }

    private void Visit(ActionSymbol action)
    {
        var index = _path.IndexOf(action);
        if (index >= 0)
        {
            var names = _path.Skip(index).Select(each => each.Name).Concat([action.Name]);
            environment.Diagnostics.Report(FlowDiagnostics.RecursiveAction(
                action.Origin.Text.Locate(action.Declaration.Name.Span), string.Join(" -> ", names)));
            return;
        }

        if (!_done.Add(action))
            return;
        _path.Add(action);
        if (action.Declaration.Body is BlockActionBodySyntax body)
        {
            foreach (var run in RunsIn(body.Block.Statements))
            {
                if (Find(run.Action.Text, action) is { } next)
                    Visit(next);
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private ActionSymbol? Find(string name, ActionSymbol from) =>
        (from.IsFileLevel ? null : own.FirstOrDefault(candidate => candidate.Name == name))
        ?? environment.Table.Actions.Find(name, from.Origin);

    private static IEnumerable<RunSyntax> RunsIn(IEnumerable<StatementSyntax> statements) =>
        statements.SelectMany(statement => statement switch
        {
            RunSyntax run => [run],
            IfSyntax @if => @if.Branches.SelectMany(branch => RunsIn(branch.Block.Statements))
                .Concat(@if.Else is null ? [] : RunsIn(@if.Else.Statements)),
            _ => Enumerable.Empty<RunSyntax>(),
        });
}
