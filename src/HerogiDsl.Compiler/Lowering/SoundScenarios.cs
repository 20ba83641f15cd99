using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Symbols;

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
        var hit = FindHit(errors, program);
        ImmutableArray<ScenarioFacts> marked =
        [
            .. facts.Select(each => hit is null || hit.Contains(each.Scenario.Symbol)
                ? each with { Scenario = each.Scenario with { HasErrors = true } }
                : each),
        ];
        return (program with { Scenarios = [.. marked.Select(each => each.Scenario)] }, marked);
    }

    // An error within one scenario is its own. Null: there is one outside of all.
    private static HashSet<ScenarioSymbol>? FindHit(Text.SourceLocation[] errors, BoundProgram program)
    {
        var scenarios = program.Scenarios.ToLookup(scenario => scenario.Symbol.Origin.Text.Path, StringComparer.Ordinal)
            .ToDictionary(
                file => file.Key,
                file => file.Select(scenario => scenario.Symbol).OrderBy(symbol => symbol.Declaration.Span.Start).ToArray(),
                StringComparer.Ordinal);
        var hit = new HashSet<ScenarioSymbol>();
        foreach (var error in errors)
        {
            if (!scenarios.TryGetValue(error.Path, out var file) || FindAt(error.Span.Start, file) is not { } scenario)
                return null;
            hit.Add(scenario);
        }

        return hit;
    }

    // Scenarios do not overlap: the last one that begins before a place is the only one that it may be in.
    private static ScenarioSymbol? FindAt(int offset, ScenarioSymbol[] file)
    {
        var (low, high) = (0, file.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (file[middle].Declaration.Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && offset <= file[low - 1].Declaration.Span.End ? file[low - 1] : null;
    }
}
