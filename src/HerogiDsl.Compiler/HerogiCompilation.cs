using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Checks;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Explaining;
using HerogiDsl.Compiler.Lowering;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler;

/// <summary>The whole way from the texts of a project to the models of its generated files.</summary>
internal static class HerogiCompilation
{
    public static CompilationResult Compile(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        var (program, facts, diagnostics) = Analyze(trees, templates, options);
        var files = Lowerer.Lower(program, facts, options);
        return new CompilationResult(files, Told(trees, diagnostics).ToEquatableArray());
    }

    /// <summary>What sound scenarios mean, in plain words.</summary>
    public static (ImmutableArray<Explanation> Explanations, ImmutableArray<Diagnostic> Diagnostics) Explain(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        var (program, _, diagnostics) = Analyze(trees, templates, options);
        var sound = program.Scenarios.Where(scenario => !scenario.HasErrors);
        return ([.. sound.Select(scenario => ScenarioExplainer.Explain(scenario, program))], Told(trees, diagnostics));
    }

    private static (BoundProgram Program, ImmutableArray<ScenarioFacts> Facts, DiagnosticBag Diagnostics) Analyze(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var tree in trees)
            diagnostics.Report(tree.Diagnostics);
        var program = Binder.Bind(trees, templates, options, diagnostics);
        ImmutableArray<ScenarioFacts> facts =
            [.. program.Scenarios.Select(scenario => FactGatherer.Gather(scenario, diagnostics))];
        Checks.Run(program, facts, diagnostics);
        var sound = SoundScenarios.Mark(program, facts, diagnostics);
        return (sound.Program, sound.Facts, diagnostics);
    }

    private static ImmutableArray<Diagnostic> Told(ImmutableArray<SyntaxTree> trees, DiagnosticBag diagnostics)
    {
        var switchedOff = new SwitchedOff(trees);
        return [.. diagnostics.ToImmutable().Where(found => !switchedOff.Contains(found))];
    }
}
