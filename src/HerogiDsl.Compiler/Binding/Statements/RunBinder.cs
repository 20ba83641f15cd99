using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>`run`: an action is bound as if its body stood there.</summary>
internal sealed class RunBinder(
    BinderEnvironment environment, ExpressionBinder expressions, StatementBinder statements)
{
    private readonly RunBudget _budget = new();

    // example: run associate, again: run greet("Ada")
    public BoundStatement Bind(RunSyntax syntax, BindingContext context)
    {
        if (syntax.Label is { } label)
            NameRules.CheckCamel(label, "label", context.Text, environment.Diagnostics);
        if (Find(syntax, context) is not { } action)
        {
            foreach (var argument in syntax.Arguments)
                expressions.Bind(argument, context);
            return StatementBinder.Error(syntax, context, mayAskAnything: true);
        }

        environment.Usage.Mention(action);
        if (BindArguments(syntax, action, context) is not { } arguments || IsRunning(action, context.Run)
            || !MayRun(action, syntax, context))
            return StatementBinder.Error(syntax, context, mayAskAnything: true);
        if (context.Leaving is { } place && action.Declaration.Body is ExternActionBodySyntax { Returns: { } returns })
        {
            environment.Report(
                FlowDiagnostics.NotWhereVisitEnds(
                    context.Locate(syntax.Action.Span), $"'run {action.Name}', which returns '{returns.Text}',", place),
                context);
        }

        return new BoundRun(
            action, arguments, BindBody(action, syntax, context), context.RunLabel ?? syntax.Label?.Text, context.Text, syntax.Span);
    }

    /// <summary>Binds an action that nothing runs, so that its mistakes are told all the same.</summary>
    public static BindingContext ContextOf(ActionSymbol action, ScenarioSymbol? scenario) =>
        new(action.Origin, action.IsFileLevel ? Surroundings.FileAction : Surroundings.Scenario)
        {
            Scenario = scenario,
            Event = action.IsFileLevel ? null : EventView.Unchecked,
            Parameters = action.Parameters,
        };

    private bool MayRun(ActionSymbol action, RunSyntax syntax, BindingContext context)
    {
        var at = context.Locate(syntax.Action.Span);
        if (statements.Depth > RunBudget.DeepestNesting)
        {
            environment.Report(SyntaxDiagnostics.RunsTooDeep(at, action.Name, RunBudget.DeepestNesting), context);
            return false;
        }

        var count = action.Declaration.Body is BlockActionBodySyntax body ? body.Block.Statements.Length : 1;
        if (_budget.TryTake(count, context.Scenario))
            return true;
        if (!_budget.WasTold)
            environment.Report(SyntaxDiagnostics.RunsTooMuch(at, action.Name, RunBudget.MostOfScenario), context);
        _budget.WasTold = true;
        return false;
    }

    private ImmutableArray<BoundStatement> BindBody(ActionSymbol action, RunSyntax syntax, BindingContext context)
    {
        if (action.Declaration.Body is not BlockActionBodySyntax body)
            return [];
        var inner = context with
        {
            Origin = action.Origin,
            OtherText = null,
            Surroundings = action.IsFileLevel ? Surroundings.FileAction : context.Surroundings,
            Event = action.IsFileLevel ? null : context.Event,
            Parameters = action.Parameters,
            RunLabel = context.RunLabel ?? syntax.Label?.Text,
            Run = new RunSite(action, context.Locate(syntax.Span), context.Run),
        };
        return statements.BindAll(body.Block.Statements, inner);
    }

    private ActionSymbol? Find(RunSyntax syntax, BindingContext context)
    {
        var name = syntax.Action.Text;
        var scenario = context.Surroundings == Surroundings.FileAction ? null : context.Scenario;
        if ((scenario?.FindAction(name) ?? environment.Table.Actions.Find(name, context.Origin)) is { } found)
            return found;
        var at = context.Locate(syntax.Action.Span);
        if (environment.Skipped.Excuses(name, at, null, "action"))
            return null;
        environment.Report(
            environment.Table.Actions.FindNamespaceOf(name) is { } elsewhere
                ? NameDiagnostics.NotInSight(DiagnosticDescriptors.UnknownActionOrLabel, at, "action", name, elsewhere)
                : NameDiagnostics.UnknownAction(
                    at,
                    name,
                    environment.Candidates(
                        (scenario?.Actions.Count ?? 0) + environment.Table.ActionsInOrder.Count,
                        () =>
                        [
                            .. (scenario?.Actions ?? []).Select(action => action.Name),
                            .. environment.Table.Actions.NamesInSight(context.Origin),
                        ])),
            context);
        return null;
    }

    private ImmutableArray<BoundExpression>? BindArguments(RunSyntax syntax, ActionSymbol action, BindingContext context)
    {
        if (syntax.Arguments.Length != action.Parameters.Length)
        {
            foreach (var argument in syntax.Arguments)
                expressions.Bind(argument, context);
            if (SyntaxFaults.AreIn(context.Text, new TextSpan(syntax.Span.End, 1), environment))
                return null;
            var signature = string.Join(", ", action.Parameters.Select(each => $"{each.Name}: {each.Type.Name}"));
            environment.Report(
                NameDiagnostics.WrongArgumentCount(
                    context.Locate(syntax.Action.Span),
                    "action",
                    action.Name,
                    syntax.Arguments.Length,
                    WayOut.Count(action.Parameters.Length, "argument"),
                    $"{action.Name}({signature})"),
                context);
            return null;
        }

        return
        [
            .. syntax.Arguments.Select((argument, index) => expressions.BindTo(
                argument, action.Parameters[index].Type, $"passed to '{action.Parameters[index].Name}'", context)),
        ];
    }

    private static bool IsRunning(ActionSymbol action, RunSite? site) =>
        site is not null && (site.Action == action || IsRunning(action, site.Outer));
}
