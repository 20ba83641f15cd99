using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Binding.Scenarios;
using HerogiDsl.Compiler.Binding.Statements;
using HerogiDsl.Compiler.Binding.Templates;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>Gives names their meaning and expressions their types, over all files of a project.</summary>
internal static class Binder
{
    public static BoundProgram Bind(
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<SourceText> templates,
        CompilationOptions options,
        LockFile? @lock,
        DiagnosticBag diagnostics)
    {
        var table = DeclarationCollector.Collect(trees, options, diagnostics);
        var skipped = new SkippedWords(trees);
        var faults = trees.SelectMany(tree => tree.Diagnostics)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Location);
        var environment = new BinderEnvironment(
            table, skipped, new TypeBinder(table, skipped, new Usage(), diagnostics), [.. faults], diagnostics)
        {
            Locked = @lock is null ? null : new LockedTypes(new LockedShapes(@lock, table)),
        };
        var expressions = new ExpressionBinder(environment);
        var templateBinder = new TemplateBinder(environment, expressions, new TemplateFiles(templates));
        var statements = new StatementBinder(environment, expressions, templateBinder);

        BindSignatures(environment, expressions);
        var connections = new ConnectionBinder(environment, templateBinder);
        var scenarios = new List<BoundScenario>();
        foreach (var scenario in table.ScenariosInOrder)
            scenarios.Add(BindScenario(scenario, environment, expressions, statements));
        BindUnusedFileActions(environment, statements, scenarios);
        var boundConnections = table.ConnectionsInOrder.Select(connections.Bind).ToImmutableArray();
        new UsageCheck(environment, new UsageDoubt(trees, templates, diagnostics)).Run();
        return new BoundProgram(
            [.. table.TypesInOrder.OfType<RecordSymbol>()],
            [.. table.TypesInOrder.OfType<EnumSymbol>()],
            [.. table.TypesInOrder.OfType<EventSymbol>()],
            boundConnections,
            [.. table.ActionsInOrder],
            [.. scenarios])
        {
            LockedRecords = [.. environment.Locked?.Records ?? []],
            Locked = environment.Locked?.Shapes,
        };
    }

    private static void BindSignatures(BinderEnvironment environment, ExpressionBinder expressions)
    {
        var signatures = new SignatureBinder(environment, expressions);
        signatures.BindTypes();
        new RecordCycles(environment).Check();
        foreach (var action in environment.Table.ActionsInOrder)
            signatures.BindAction(action);
        foreach (var scenario in environment.Table.ScenariosInOrder)
            new ScenarioSymbolBinder(environment, expressions, signatures).Bind(scenario);
        new ActionCycles(environment, []).Check(environment.Table.ActionsInOrder);
        foreach (var scenario in environment.Table.ScenariosInOrder)
            new ActionCycles(environment, scenario.Actions).Check(scenario.Actions);
    }

    private static BoundScenario BindScenario(
        ScenarioSymbol scenario, BinderEnvironment environment, ExpressionBinder expressions, StatementBinder statements)
    {
        var before = environment.Diagnostics.ErrorCount;
        var transitions = new TransitionBinder(environment, expressions, statements);
        var bound = new ScenarioBinder(environment, transitions, statements, scenario).Bind();
        var hasErrors = environment.Diagnostics.ErrorCount > before
            || SyntaxFaults.AreIn(scenario.Origin.Text, scenario.Declaration.Span, environment);
        var hasFaults = SyntaxFaults.AreIn(scenario.Origin.Text, scenario.Declaration.Span, environment)
            || environment.Table.ActionsInOrder.Any(action =>
                SyntaxFaults.AreIn(action.Origin.Text, action.Declaration.Span, environment));
        var unsure = environment.Table.Events.Where(@event => environment.Skipped.Contains(@event.Name)).ToImmutableHashSet();
        return bound with { HasErrors = hasErrors, HasSyntaxFaults = hasFaults, UnsureEvents = unsure };
    }

    private static void BindUnusedFileActions(
        BinderEnvironment environment, StatementBinder statements, IEnumerable<BoundScenario> scenarios)
    {
        var run = new HashSet<ActionSymbol>(scenarios.SelectMany(RunActions.In));
        foreach (var action in environment.Table.ActionsInOrder.Where(action => !run.Contains(action)))
        {
            if (action.Declaration.Body is BlockActionBodySyntax body)
                statements.BindAll(body.Block.Statements, RunBinder.ContextOf(action, null));
        }
    }
}
