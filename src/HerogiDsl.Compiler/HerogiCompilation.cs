using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Checks;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Explaining;
using HerogiDsl.Compiler.Incremental;
using HerogiDsl.Compiler.Lowering;
using HerogiDsl.Compiler.Lowering.Model;
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
        var (program, facts, diagnostics) = Analyze(trees, templates, options, known);
        var files = Lowerer.Lower(program, facts, known.FileOf, options);
        var result = new CompilationResult(files, Told(trees, diagnostics).ToEquatableArray());
        return new CompilationRun(result, program, diagnostics);
    }

    /// <summary>What sound scenarios mean, in plain words.</summary>
    public static (ImmutableArray<Explanation> Explanations, ImmutableArray<Diagnostic> Diagnostics) Explain(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        var (program, _, diagnostics) = Analyze(trees, templates, options, KnownParts.None);
        var sound = program.Scenarios.Where(scenario => !scenario.HasErrors);
        return ([.. sound.Select(scenario => ScenarioExplainer.Explain(scenario, program))], Told(trees, diagnostics));
    }

    private static (BoundProgram Program, ImmutableArray<ScenarioFacts> Facts, DiagnosticBag Diagnostics) Analyze(
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<SourceText> templates,
        CompilationOptions options,
        KnownParts known)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var tree in trees)
            diagnostics.Report(tree.Diagnostics);
        var program = Binder.Bind(trees, templates, options, known.Bindings, diagnostics);
        var facts = ImmutableArray.CreateBuilder<ScenarioFacts>();
        var traces = program.Traces.ToBuilder();
        foreach (var scenario in program.Scenarios)
        {
            var told = diagnostics.Count;
            facts.Add(FactGatherer.Gather(scenario, diagnostics));
            Checks.Run(facts[facts.Count - 1], diagnostics);
            var trace = traces[scenario.Symbol];
            traces[scenario.Symbol] = trace with { Diagnostics = trace.Diagnostics.AddRange(diagnostics.Since(told)) };
        }

        Checks.Run(program, diagnostics);
        var sound = SoundScenarios.Mark(program with { Traces = traces.ToImmutable() }, facts.ToImmutable(), diagnostics);
        return (sound.Program, sound.Facts, diagnostics);
    }

    private static ImmutableArray<Diagnostic> Told(ImmutableArray<SyntaxTree> trees, DiagnosticBag diagnostics)
    {
        var switchedOff = new SwitchedOff(trees);
        var repaired = new RepairedLines(trees);
        return [.. diagnostics.ToImmutable().Where(found => !switchedOff.Contains(found) && !repaired.Excuses(found))];
    }
}
