using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>What can be judged of a scenario when its facts are known; one check, one class, one id.</summary>
internal interface IScenarioCheck
{
    void Run(ScenarioFacts facts, DiagnosticBag diagnostics);
}

/// <summary>All checks.</summary>
internal static class Checks
{
    private static readonly IScenarioCheck[] All = 
    [
        new UnreachableStateCheck(),
        new DeadEndCheck(),
        new UnhandledAnswerCheck(),
        new ShadowedTransitionCheck(),
        new UnawaitedAnswerCheck(),
        new AmbiguousAnswerCheck(),
        new InstantLoopCheck(),
        new AnswerLoopCheck(),
        new SilentlyIgnoredEventCheck(),
        new UnknownOutcomeCheck(),
        new UselessDeferCheck(),
        new StrandedSessionCheck(),
    ];

    public static void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        foreach (var check in All)
            check.Run(facts, diagnostics);
    }

    public static void Run(BoundProgram program, DiagnosticBag diagnostics)
    {
        ConnectionChecks.Run(program, diagnostics);
    }
}
