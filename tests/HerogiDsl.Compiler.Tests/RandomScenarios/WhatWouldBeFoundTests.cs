using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Generation;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios;

/// <summary>A compiler that says too little, or too much, is found out: the claims are changed, and contradicted.</summary>
public sealed class WhatWouldBeFoundTests
{
    private const ulong Most = 3_000;

    private static readonly string[] s_ids =
    [
        "HRG1003", "HRG1013", "HRG2003", "HRG2008", "HRG3002", "HRG3003", "HRG3004", "HRG3005", "HRG3006", "HRG3007",
        "HRG3008", "HRG3009", "HRG3010", "HRG3011", "HRG3012", "HRG3013", "HRG3016", "HRG3018", "HRG3019", "HRG3020",
        "HRG3022", "HRG4002", "HRG4007",
    ];

    /// <summary>What only a session that runs can find.</summary>
    private static readonly string[] s_happenings =
    [
        "HRG2003 happened and was not told",
        "HRG3006 happened and was not told",
        "HRG3007 happened and was not told",
        "HRG3008 happened and was not told",
        "HRG4007 happened and was not told",
        "a certain datum was not there",
        "a constant comparison changed",
        "a dead transition was taken",
        "a state without a way out was left",
        "a useless defer decided",
        "an answer said to be handled was not",
        "an ignored event was taken",
        "an unreachable state was entered",
    ];

    [Fact]
    public void EveryIdIsMissedWhereItIsNotTold()
    {
        var unseen = s_ids.ToHashSet();
        for (var seed = 1UL; seed <= Most && unseen.Count > 0; seed++)
        {
            var scenario = ScenarioGenerator.Generate(seed);
            var printed = ScenarioPrinter.Print(scenario);
            var claims = Claims.Of(printed.Text);
            foreach (var id in claims.Messages.Keys.Select(told => told.Id).Where(unseen.Contains).ToHashSet())
            {
                var judge = new Contradictions(scenario, claims.Without(id), printed.Lines);
                if (judge.WithTheDescription().Any(found => found.Kind == $"{id} is not told"))
                    unseen.Remove(id);
            }
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public void EveryIdIsAFalseAlarmWhereItIsToldForNothing()
    {
        foreach (var id in s_ids)
        {
            var scenario = ScenarioGenerator.Generate(1);
            var printed = ScenarioPrinter.Print(scenario);
            var claims = Claims.Of(printed.Text);
            // Nothing is told of the line of `start {`.
            var line = printed.Text.Split('\n').ToList().IndexOf("  start {") + 1;
            var more = claims with { Messages = claims.Messages.ToImmutableDictionary().SetItem(new Told(id, line), "") };
            var kinds = new Contradictions(scenario, more, printed.Lines).WithTheDescription().Select(found => found.Kind);
            // Those two are held to the graph as a whole.
            if (id is not ("HRG3002" or "HRG3012"))
                Assert.Contains($"{id} is a false alarm", kinds);
        }
    }

    [Fact]
    public void SessionsContradictACompilerThatSaysNothingAndOneThatSaysEverything()
    {
        var unseen = s_happenings.ToHashSet();
        for (var seed = 1UL; seed <= Most && unseen.Count > 0; seed++)
        {
            var scenario = ScenarioGenerator.Generate(seed);
            var lines = ScenarioPrinter.Print(scenario).Lines;
            foreach (var claims in new[] { Nothing(scenario), Everything(scenario, lines) })
                unseen.ExceptWith(Trial.Run(scenario, seed, _ => claims, isOnlyRun: true).Select(trial => trial.Found.Kind));
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public void MostScenariosAreRight()
    {
        var right = Enumerable.Range(1, 500)
            .Count(seed => !Claims.Of(ScenarioPrinter.Print(ScenarioGenerator.Generate((ulong)seed)).Text).HasErrors);

        Assert.InRange(right, 250, 450);
    }

    [Fact]
    public void AContradictionIsMadeSmall()
    {
        var report = Enumerable.Range(1, 100)
            .Select(seed => Trial.Find((ulong)seed, claims => claims.Without("HRG3003")))
            .First(report => report?.Found.Kind == "HRG3003 is not told");

        Assert.InRange(report!.Text.Split('\n').Length, 5, 12);
    }

    private static Claims Nothing(ScenarioModel scenario) => new(
        new Dictionary<Told, string>(),
        scenario.States.ToDictionary(
            state => state.Name,
            _ => (IReadOnlyDictionary<string, bool>)scenario.Data.ToDictionary(datum => datum.Name, _ => false)),
        HasErrors: false);

    private static Claims Everything(ScenarioModel scenario, IReadOnlyDictionary<object, int> lines)
    {
        var all = string.Join(' ', scenario.Events.Select(declared => $"'{declared.Name}'"));
        var told = lines.Values.Distinct().SelectMany(line => s_ids.Select(id => new Told(id, line)));
        return new Claims(
            told.ToDictionary(each => each, _ => all),
            ImmutableDictionary<string, IReadOnlyDictionary<string, bool>>.Empty,
            HasErrors: true);
    }
}
