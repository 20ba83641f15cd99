using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Lowering;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Syntax;
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
        // What is held against a lock is the whole project.
        if (run.Told.ErrorCount > 0 || options.Lock is not null)
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
        if (options != _options || !AreSame(templates, _templates) || trees.Any(tree => tree.Diagnostics.Length > 0))
            return null;
        if (AffectedFiles.Between(_trees, trees) is not { } affected)
            return null;
        var run = HerogiCompilation.Run(trees, templates, options, Except(affected));
        return run.Told.ErrorCount == 0 || run.Told.Since(0).All(IsHarmless) ? run : null;

        bool IsHarmless(Diagnostic told) =>
            told.Severity != DiagnosticSeverity.Error || run.Program.Scenarios.Any(scenario => IsWithin(told, scenario.Symbol));
    }

    private KnownParts Except(IReadOnlyList<SyntaxTree> affected)
    {
        var unknown = new HashSet<object>(affected.SelectMany(tree => tree.Root.Declarations), ReferenceEquality.Instance);
        var bindings = new KnownBindings(
            scenario => unknown.Contains(scenario.Declaration) ? null : _traces[scenario.Declaration],
            connection => unknown.Contains(connection.Declaration) ? null : _connections[connection.Declaration]);
        return new KnownParts(
            bindings,
            declaration => unknown.Contains(declaration) ? null : _files[declaration]);
    }

    private static bool IsWithin(Diagnostic told, Symbols.ScenarioSymbol scenario) =>
        told.Location.Path == scenario.Origin.Text.Path
        && told.Location.Span.Start >= scenario.Declaration.Span.Start
        && told.Location.Span.Start <= scenario.Declaration.Span.End;

    private static bool AreSame(ImmutableArray<SourceText> some, ImmutableArray<SourceText> others) =>
        some.Length == others.Length
        && some.Zip(others, (one, other) =>
            one.Path == other.Path && one.Content == other.Content && one.MalformedAt == other.MalformedAt).All(same => same);
}
