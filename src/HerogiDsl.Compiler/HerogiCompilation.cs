using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Checks;
using HerogiDsl.Compiler.Analysis.Checks.Locks;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Explaining;
using HerogiDsl.Compiler.Incremental;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Lowering;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler;

/// <summary>The whole way from the texts of a project to the models of its generated files.</summary>
internal static class HerogiCompilation
{
    public static CompilationResult Compile(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options) =>
        Run(trees, templates, options, KnownParts.None).Result;

    /// <summary>Compiles what is not known from an earlier compilation.</summary>
    public static CompilationRun Run(
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<SourceText> templates,
        CompilationOptions options,
        KnownParts known)
    {
        var (program, facts, diagnostics) = AnalyzeSound(trees, templates, options, known);
        var files = Lowerer.Lower(program, facts, known.FileOf, options);
        var result = new CompilationResult(files, Told(trees, diagnostics).ToEquatableArray());
        return new CompilationRun(result, program, diagnostics);
    }

    /// <summary>What sound scenarios mean, in plain words.</summary>
    public static (ImmutableArray<Explanation> Explanations, ImmutableArray<Diagnostic> Diagnostics) Explain(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        var (program, _, diagnostics) = AnalyzeSound(trees, templates, options, KnownParts.None);
        var sound = program.Scenarios.Where(scenario => !scenario.HasErrors);
        return ([.. sound.Select(scenario => ScenarioExplainer.Explain(scenario, program))], Told(trees, diagnostics));
    }

    /// <summary>What `herogi lock` writes for these texts, and what is to be told of them.</summary>
    /// <param name="forgets">Whether the forms of states that are no longer there are dropped.</param>
    public static LockResult Lock(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options, bool forgets)
    {
        var diagnostics = new DiagnosticBag();
        var (program, facts, old) = Analyze(trees, templates, options, KnownParts.None, diagnostics);
        return new LockResult(LockBuilder.Build(program, facts, forgets ? null : old), old, Told(trees, diagnostics));
    }

    private static (BoundProgram Program, ImmutableArray<ScenarioFacts> Facts, DiagnosticBag Diagnostics) AnalyzeSound(
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<SourceText> templates,
        CompilationOptions options,
        KnownParts known)
    {
        var diagnostics = new DiagnosticBag();
        var (program, facts, _) = Analyze(trees, templates, options, known, diagnostics);
        var sound = SoundScenarios.Mark(program, facts, diagnostics);
        return (sound.Program, sound.Facts, diagnostics);
    }

    private static (BoundProgram Program, ImmutableArray<ScenarioFacts> Facts, LockFile? Lock) Analyze(
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<SourceText> templates,
        CompilationOptions options,
        KnownParts known,
        DiagnosticBag diagnostics)
    {
        foreach (var tree in trees)
            diagnostics.Report(tree.Diagnostics);
        var @lock = options.Lock is { } text ? LockReader.Read(text, diagnostics) : null;
        var program = Binder.Bind(trees, templates, options, known.Bindings, @lock, diagnostics);
        var facts = ImmutableArray.CreateBuilder<ScenarioFacts>();
        var traces = new Dictionary<ScenarioSymbol, ScenarioTrace>();
        foreach (var scenario in program.Scenarios)
        {
            var told = diagnostics.Count;
            facts.Add(FactGatherer.Gather(scenario, diagnostics));
            Checks.Run(facts[facts.Count - 1], diagnostics);
            var trace = program.Traces[scenario.Symbol];
            traces[scenario.Symbol] = trace with { Diagnostics = trace.Diagnostics.AddRange(diagnostics.Since(told)) };
        }

        Checks.Run(program, diagnostics);
        program = program with { Traces = traces };
        LockChecks.Run(program, facts.ToImmutable(), options.Lock, (traces, known.Bindings.TraceOf), diagnostics);
        return (program, facts.ToImmutable(), @lock);
    }

    private static ImmutableArray<Diagnostic> Told(ImmutableArray<SyntaxTree> trees, DiagnosticBag diagnostics)
    {
        var switchedOff = new SwitchedOff(trees);
        var repaired = new RepairedLines(trees);
        var broken = new BrokenExpressions(trees);
        return
        [
            .. diagnostics.ToImmutable().Where(found =>
                !switchedOff.Contains(found) && !repaired.Excuses(found) && !broken.Excuses(found)),
        ];
    }
}

/// <summary>What a project would lock now.</summary>
/// <param name="New">The lock of these texts.</param>
/// <param name="Old">The lock that they were held against; null without one that can be read.</param>
internal sealed record LockResult(LockFile New, LockFile? Old, ImmutableArray<Diagnostic> Diagnostics);
