using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG9001: what the language has and this version of the runtime does not run.</summary>
internal sealed class UnsupportedConstructCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario.Symbol;
        foreach (var migrate in scenario.Declaration.Members.OfType<MigrateSyntax>())
            diagnostics.Report(FlowDiagnostics.NotSupported(scenario.Origin.Text.Locate(migrate.KeywordSpan), "migrate"));
    }
}
