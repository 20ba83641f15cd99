using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Marks the scenarios in which something was told to be wrong: they keep their types, and get no step function.</summary>
internal static class SoundScenarios
{
    public static (BoundProgram Program, ImmutableArray<ScenarioFacts> Facts) Mark(
        BoundProgram program, ImmutableArray<ScenarioFacts> facts, DiagnosticBag diagnostics)
    {
        // What a scenario runs may stand in another file (an action, a template): an error there is everybody's.
        var errors = diagnostics.ToImmutable()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Location)
            .ToArray();
        if (errors.Length == 0)
            return (program, facts);
        ImmutableArray<ScenarioFacts> marked =
        [
            .. facts.Select(each => each with { Scenario = Mark(each.Scenario, errors, program) }),
        ];
        return (program with { Scenarios = [.. marked.Select(each => each.Scenario)] }, marked);
    }

    private static BoundScenario Mark(BoundScenario scenario, Text.SourceLocation[] errors, BoundProgram program)
    {
        var others = program.Scenarios.Where(other => other.Symbol != scenario.Symbol).ToArray();
        var isHit = errors.Any(error => !others.Any(other => IsWithin(error, other)));
        return isHit ? scenario with { HasErrors = true } : scenario;
    }

    private static bool IsWithin(Text.SourceLocation error, BoundScenario scenario) =>
        error.Path == scenario.Symbol.Origin.Text.Path
        && error.Span.Start >= scenario.Symbol.Declaration.Span.Start
        && error.Span.Start <= scenario.Symbol.Declaration.Span.End;
}
