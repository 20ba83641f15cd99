using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG3013: states that go round for ever on answers alone; told once, at the first of them.</summary>
internal sealed class AnswerLoopCheck : IScenarioCheck
{
    private const int Shown = 12;

    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario;
        if (!Soundness.HasWholeTransitions(scenario))
            return;
        var ways = new AnswerWays(scenario);
        foreach (var round in ways.FindRounds().Where(round => facts.Reachable.Contains(round[0])))
        {
            var path = round.Take(Shown).Select(member => member.Name).ToList();
            if (round.Count > Shown)
                path.Add("…");
            path.Add(round[0].Name);
            diagnostics.Report(CoverageDiagnostics.AnswerLoop(Soundness.NameOf(scenario, round[0]), string.Join(" -> ", path)));
        }
    }
}
