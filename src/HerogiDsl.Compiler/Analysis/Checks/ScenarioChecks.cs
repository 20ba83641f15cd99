using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>What can be judged of a scenario when its facts are known; one check, one class, one id.</summary>
internal interface IScenarioCheck
{
    void Run(ScenarioFacts facts, DiagnosticBag diagnostics);
}

/// <summary>All checks.</summary>
internal static class ScenarioChecks
{
    private static readonly IScenarioCheck[] All = [new ShadowedTransitionCheck()];

    public static void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        foreach (var check in All)
            check.Run(facts, diagnostics);
    }
}
