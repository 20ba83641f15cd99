using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Checks;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Diagnostics;
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
        var diagnostics = new DiagnosticBag();
        foreach (var tree in trees)
            diagnostics.Report(tree.Diagnostics);
        var program = Binder.Bind(trees, templates, options, diagnostics);
        ImmutableArray<ScenarioFacts> facts =
            [.. program.Scenarios.Select(scenario => FactGatherer.Gather(scenario, diagnostics))];
        Checks.Run(program, facts, diagnostics);
        var sound = SoundScenarios.Mark(program, facts, diagnostics);
        var files = Lowerer.Lower(sound.Program, sound.Facts, options);
        var switchedOff = new SwitchedOff(trees);
        var repaired = new RepairedLines(trees);
        ImmutableArray<Diagnostic> told =
        [
            .. diagnostics.ToImmutable().Where(found => !switchedOff.Contains(found) && !repaired.Excuses(found)),
        ];
        return new CompilationResult(files, told.ToEquatableArray());
    }
}
