using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Lowering;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>A compilation without an error: what it was made of, and what each declaration of it gave.</summary>
/// <remarks>
/// Only such a one is remembered. An error may say something of other files (names that exist, what may have been
/// meant), and what could not be read excuses more than itself; without one each scenario's part is its own.
/// </remarks>
internal sealed class CompilationMemory
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<SourceText> _templates;
    private readonly CompilationOptions _options;
    private readonly Dictionary<object, ScenarioTrace> _traces = new(ReferenceEquality.Instance);
    private readonly Dictionary<object, BoundConnection> _connections = new(ReferenceEquality.Instance);
    private readonly Dictionary<object, FileModel> _files = new(ReferenceEquality.Instance);

    private CompilationMemory(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        _trees = trees;
        _templates = templates;
        _options = options;
    }

    /// <summary>The memory of a run, with what it took over from <paramref name="earlier"/>; null of one with errors.</summary>
    public static CompilationMemory? Of(
        CompilationRun run,
        CompilationMemory? earlier,
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<SourceText> templates,
        CompilationOptions options)
    {
        if (run.Told.ErrorCount > 0 || HasLockedRecords(run) || trees.Any(tree => tree.Diagnostics.Length > 0))
            return null;
        var memory = new CompilationMemory(trees, templates, options);
        foreach (var scenario in run.Program.ScenarioSymbols)
        {
            memory._traces[scenario.Declaration] = run.Program.Traces.TryGetValue(scenario, out var trace)
                ? trace
                : (earlier ?? throw new InvalidOperationException(scenario.Name))._traces[scenario.Declaration];
        }

        foreach (var connection in run.Program.Connections)
            memory._connections[connection.Symbol.Declaration] = connection;
        var files = run.Result.Files;
        var index = 0;
        foreach (var declaration in Lowerer.DeclarationsInOrder(run.Program))
            memory._files[declaration] = files[index++];
        return memory;
    }

    /// <summary>Compiles what has changed since; null where that is not known to be enough.</summary>
    public CompilationRun? Continue(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        if (!IsSame(options) || !AreSame(templates, _templates))
            return null;
        var locked = options.Lock is { } text && LockReader.Read(text, new DiagnosticBag()) is { } file ? LockedNames.Of(file) : null;
        if (AffectedFiles.Between(_trees, trees, locked) is not { } affected)
            return null;
        var broken = trees.Where(tree => tree.Diagnostics.Length > 0).ToArray();
        if (broken.Any(MeansMore))
            return null;
        var run = HerogiCompilation.Run(trees, templates, options, Except(affected, broken.Length > 0));
        return !HasLockedRecords(run) && !run.Program.IsExcused && (run.Told.ErrorCount == 0 || run.Told.Since(0).All(IsHarmless))
            ? run
            : null;

        bool IsHarmless(Diagnostic told) =>
            told.Severity != DiagnosticSeverity.Error || run.Program.Scenarios.Any(scenario => IsWithin(told, scenario.Symbol));
    }

    private KnownParts Except(IReadOnlyList<SyntaxTree> affected, bool isBroken)
    {
        var unknown = new HashSet<object>(affected.SelectMany(tree => tree.Root.Declarations), ReferenceEquality.Instance);
        // Where something cannot be read, less is told of others: of the scenarios of which something was told.
        if (isBroken)
            unknown.UnionWith(_traces.Where(pair => pair.Value.Diagnostics.Length > 0).Select(pair => pair.Key));
        var bindings = new KnownBindings(
            scenario => unknown.Contains(scenario.Declaration) ? null : _traces[scenario.Declaration],
            connection => unknown.Contains(connection.Declaration) ? null : _connections[connection.Declaration]);
        return new KnownParts(
            bindings,
            declaration => unknown.Contains(declaration) ? null : _files[declaration]);
    }

    // What stands behind too many mistakes may be anything, and an action that cannot be read may do anything.
    private static bool MeansMore(SyntaxTree broken) =>
        broken.GivenUpAt is not null || broken.Root.Declarations.Any(declaration => declaration is ActionSyntax);

    // A record that only the lock has belongs to no scenario.
    private static bool HasLockedRecords(CompilationRun run) => run.Program.LockedRecords.Length > 0;

    private bool IsSame(CompilationOptions options) =>
        options with { Lock = null } == _options with { Lock = null }
        && (options.Lock, _options.Lock) switch
        {
            (null, null) => true,
            ({ } now, { } before) => ReferenceEquals(now, before) || AreSame([now], [before]),
            _ => false,
        };

    private static bool IsWithin(Diagnostic told, Symbols.ScenarioSymbol scenario) =>
        told.Location.Path == scenario.Origin.Text.Path
        && told.Location.Span.Start >= scenario.Declaration.Span.Start
        && told.Location.Span.Start <= scenario.Declaration.Span.End;

    private static bool AreSame(ImmutableArray<SourceText> some, ImmutableArray<SourceText> others) =>
        some.Length == others.Length
        && some.Zip(others, (one, other) =>
            one.Path == other.Path && one.Content == other.Content && one.MalformedAt == other.MalformedAt).All(same => same);
}
