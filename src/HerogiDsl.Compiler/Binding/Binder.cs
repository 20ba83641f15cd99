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
        KnownBindings known,
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
        var isExcused = skipped.ExcuseCount > 0;
        var traces = new Dictionary<ScenarioSymbol, ScenarioTrace>();
        var run = new HashSet<object>(ReferenceEquality.Instance);
        var doubts = SharedDoubts.Of(environment);
        foreach (var scenario in table.ScenariosInOrder)
        {
            if (known.TraceOf(scenario) is { } trace)
            {
                Follow(trace, environment);
            }
            else
            {
                var (bound, left) = Trace(scenario, environment, expressions, statements, doubts);
                scenarios.Add(isExcused ? bound with { HasErrors = true } : bound);
                traces[scenario] = trace = left;
            }

            run.UnionWith(trace.RunActions);
        }

        BindUnusedFileActions(environment, statements, run);
        var boundConnections = BindConnections(environment, connections, known);
        var doubt = new UsageCheck(environment, () => new UsageDoubt(trees, templates, diagnostics));
        doubt.Run();
        return ProgramOf(environment, boundConnections, scenarios) with
        {
            Traces = traces,
            IsExcused = isExcused,
        };
    }

    private static BoundProgram ProgramOf(
        BinderEnvironment environment, ImmutableArray<BoundConnection> connections, List<BoundScenario> scenarios)
    {
        var table = environment.Table;
        return new BoundProgram(
            [.. table.TypesInOrder.OfType<RecordSymbol>()],
            [.. table.TypesInOrder.OfType<EnumSymbol>()],
            [.. table.TypesInOrder.OfType<EventSymbol>()],
            connections,
            [.. table.ActionsInOrder],
            [.. scenarios])
        {
            LockedRecords = [.. environment.Locked?.Records ?? []],
            Locked = environment.Locked?.Shapes,
            ScenarioSymbols = [.. table.ScenariosInOrder],
        };
    }

    private static ImmutableArray<BoundConnection> BindConnections(
        BinderEnvironment environment, ConnectionBinder binder, KnownBindings known)
    {
        var connections = ImmutableArray.CreateBuilder<BoundConnection>();
        foreach (var connection in environment.Table.ConnectionsInOrder)
        {
            var told = environment.Diagnostics.Count;
            var bound = known.ConnectionOf(connection);
            environment.Diagnostics.Report(bound?.Told ?? []);
            connections.Add(bound ?? binder.Bind(connection) with { Told = environment.Diagnostics.Since(told) });
        }

        return connections.ToImmutable();
    }

    private static void Follow(ScenarioTrace trace, BinderEnvironment environment)
    {
        environment.Diagnostics.Report(trace.Diagnostics);
        foreach (var mention in trace.Mentions)
            environment.Usage.Add(mention);
    }

    private static (BoundScenario Bound, ScenarioTrace Trace) Trace(
        ScenarioSymbol scenario,
        BinderEnvironment environment,
        ExpressionBinder expressions,
        StatementBinder statements,
        SharedDoubts doubts)
    {
        var told = environment.Diagnostics.Count;
        environment.Usage.BeginLog();
        var bound = BindScenario(scenario, environment, expressions, statements, doubts);
        var mentions = environment.Usage.EndLog();
        var run = RunActions.In(bound).Select(action => action.Declaration).ToImmutableArray();
        return (bound, new ScenarioTrace(environment.Diagnostics.Since(told), mentions, run));
    }

    private static void BindSignatures(BinderEnvironment environment, ExpressionBinder expressions)
    {
        var signatures = new SignatureBinder(environment, expressions);
        signatures.BindTypes();
        new RecordCycles(environment).Check();
        foreach (var action in environment.Table.ActionsInOrder)
            signatures.BindAction(action);
        var scenarios = new ScenarioSymbolBinder(environment, expressions, signatures);
        foreach (var scenario in environment.Table.ScenariosInOrder)
            scenarios.BindShape(scenario);
        foreach (var scenario in environment.Table.ScenariosInOrder)
            scenarios.BindData(scenario);
        new ActionCycles(environment, null).Check(environment.Table.ActionsInOrder);
        foreach (var scenario in environment.Table.ScenariosInOrder)
            new ActionCycles(environment, scenario).Check(scenario.Actions);
    }

    private static BoundScenario BindScenario(
        ScenarioSymbol scenario,
        BinderEnvironment environment,
        ExpressionBinder expressions,
        StatementBinder statements,
        SharedDoubts doubts)
    {
        var before = (environment.Diagnostics.ErrorCount, environment.Skipped.ExcuseCount);
        var transitions = new TransitionBinder(environment, expressions, statements);
        var bound = new ScenarioBinder(environment, transitions, statements, scenario).Bind();
        // What was excused has no meaning either, though nothing was told of it.
        var hasErrors = (environment.Diagnostics.ErrorCount, environment.Skipped.ExcuseCount) != before
            || SyntaxFaults.AreIn(scenario.Origin.Text, scenario.Declaration.Span, environment);
        var hasFaults = SyntaxFaults.AreIn(scenario.Origin.Text, scenario.Declaration.Span, environment)
            || doubts.HaveFaults;
        return bound with
        {
            HasErrors = hasErrors,
            HasSyntaxFaults = hasFaults,
            UnsureEvents = doubts.UnsureEvents,
            UnsureData = environment.Skipped.IsEmpty
                ? []
                : [.. scenario.Session.Where(datum => environment.Skipped.MaySet(
                    datum.Name, scenario.Origin.Text.Locate(scenario.Declaration.Span)))],
        };
    }

    private static void BindUnusedFileActions(
        BinderEnvironment environment, StatementBinder statements, HashSet<object> run)
    {
        foreach (var action in environment.Table.ActionsInOrder.Where(action => !run.Contains(action.Declaration)))
        {
            if (action.Declaration.Body is BlockActionBodySyntax body)
                statements.BindAll(body.Block.Statements, RunBinder.ContextOf(action, null));
        }
    }
}

/// <summary>What all scenarios of a project share, and what a text that could not be read leaves open of it.</summary>
/// <param name="HaveFaults">Whether an action outside of scenarios could not be read whole.</param>
/// <param name="UnsureEvents">Events whose declarations stand on lines that could not be read.</param>
internal sealed record SharedDoubts(bool HaveFaults, HashSet<EventSymbol> UnsureEvents)
{
    public static SharedDoubts Of(BinderEnvironment environment) => new(
        environment.Table.ActionsInOrder.Any(action =>
            SyntaxFaults.AreIn(action.Origin.Text, action.Declaration.Span, environment)),
        environment.Skipped.IsEmpty
            ? []
            : new HashSet<EventSymbol>(environment.Table.Events.Where(@event => environment.Skipped.Contains(@event.Name))));
}
