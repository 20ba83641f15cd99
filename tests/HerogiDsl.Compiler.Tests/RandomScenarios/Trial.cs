using HerogiDsl.Compiler.Tests.RandomScenarios.Generation;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Sessions;

namespace HerogiDsl.Compiler.Tests.RandomScenarios;

/// <summary>One scenario, tried.</summary>
internal static class Trial
{
    private const int Sessions = 3;
    private const int Steps = 18;

    /// <summary>What contradicts the compiler; <paramref name="claims"/> may be changed on the way.</summary>
    public static IEnumerable<(Contradiction Found, string Text, Observed Observed)> Run(
        ScenarioModel scenario, ulong seed, Func<Claims, Claims>? claims = null, bool isOnlyRun = false)
    {
        var printed = ScenarioPrinter.Print(scenario);
        var claimed = Claims.Of(printed.Text);
        var judge = new Contradictions(scenario, claims is null ? claimed : claims(claimed), printed.Lines);
        foreach (var found in isOnlyRun ? [] : judge.WithTheDescription())
            yield return (found, printed.Text, new Observed());
        for (var i = 0; i < Sessions; i++)
        {
            var observed = new Observed();
            new SessionRun(scenario, printed.Lines, new Dice((seed * 31) + (ulong)i), observed).Run(Steps);
            foreach (var found in judge.With(observed))
                yield return (found, printed.Text, observed);
        }
    }

    /// <summary>The first contradiction of a seed's scenario, made small; null without one.</summary>
    public static Report? Find(ulong seed, Func<Claims, Claims>? claims = null, bool isOnlyRun = false)
    {
        var scenario = ScenarioGenerator.Generate(seed);
        if (FirstOf(scenario, null) is not { } kind)
            return null;
        var small = Shrinker.Shrink(scenario, smaller => FirstOf(smaller, kind) is not null);
        var (found, text, observed) = Run(small, seed, claims, isOnlyRun).First(trial => trial.Found.Kind == kind);
        return new Report(seed, found, text, [.. observed.Story]);

        string? FirstOf(ScenarioModel candidate, string? wanted) =>
            Run(candidate, seed, claims, isOnlyRun).Select(trial => trial.Found.Kind)
                .FirstOrDefault(kind => wanted is null || kind == wanted);
    }
}

internal sealed record Report(ulong Seed, Contradiction Found, string Text, IReadOnlyList<string> Story)
{
    public override string ToString() => string.Join(
        '\n',
        [
            $"HEROGI_SEED={Seed} gives: {Found.Kind}: {Found.Detail}",
            .. Text.TrimEnd().Split('\n').Select((line, index) => $"{index + 1,4} {line}"),
            .. Story.TakeLast(12),
            "",
        ]);
}
