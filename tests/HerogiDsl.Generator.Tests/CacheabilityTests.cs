using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator.Tests;

/// <summary>What an edit costs: only what it changes is done again.</summary>
public sealed class CacheabilityTests
{
    private const string A = "namespace A\nevent Go\nscenario First { start { on Go -> Here } state Here { log \"x\" on Go -> Gone } end Gone }\n";
    private const string B = "namespace B\nevent Stop\nscenario Second { start { on Stop -> There } state There { on Stop -> Gone } end Gone }\n";

    [Fact]
    public void TheSameInputDoesNothingAgain()
    {
        var project = Project();
        project.Run();
        var again = project.Run();

        Assert.All(Reasons(again, "ScenarioModel"), reason => Assert.True(IsCached(reason)));
        Assert.All(OutputReasons(again), reason => Assert.True(IsCached(reason)));
    }

    [Fact]
    public void AnEditOfCSharpDoesNothingAgain()
    {
        var project = Project();
        project.Run();
        var again = project.WithCSharp("class Program;").Run();

        Assert.All(Reasons(again, "ParseFile").Concat(Reasons(again, "Compile")), reason => Assert.True(IsCached(reason)));
    }

    [Fact]
    public void AnEditOfOneFileReEmitsNothingOfAnother()
    {
        var project = Project();
        project.Run();
        project.Replace("b.herogi", B.Replace("There", "Where", StringComparison.Ordinal));
        var again = project.Run();

        Assert.Single(Reasons(again, "ParseFile"), reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(Reasons(again, "ParseFile"), IsCached);
        Assert.Single(Reasons(again, "ScenarioModel"), reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(OutputReasons(again), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void ADiagnosticAloneReEmitsNoCode()
    {
        var project = Project();
        project.Run();
        project.Replace("b.herogi", B + "event Unused\n");
        project.Run();
        project.Replace("b.herogi", B + "event unused\n");
        var renamed = project.Run();

        Assert.Contains(renamed.Diagnostics, diagnostic => diagnostic.Id == "HRG1011");
        Assert.All(
            Outputs(renamed, "First").Concat(Outputs(renamed, "Second")),
            reason => Assert.True(IsCached(reason)));
    }

    [Fact]
    public void LinesThatMoveMoveInTheCode()
    {
        var project = Project();
        var before = project.Generated("A.First.g.cs");
        project.Replace("a.herogi", "\n\n" + A);
        var after = project.Generated("A.First.g.cs");

        Assert.Contains("a.herogi:3", before, StringComparison.Ordinal);
        Assert.Contains("a.herogi:5", after, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditOfTheLockCompilesAgainAndReEmitsNothing()
    {
        var project = new TestProject(("a.herogi", A), ("b.herogi", B), ("herogi.lock", "herogi.lock 1\n"));
        project.Run();
        project.Replace("herogi.lock", "herogi.lock 1\nscenario Gone\n");
        var again = project.Run();

        Assert.Contains(again.Diagnostics, diagnostic => diagnostic.Id == "HRG6001"
            && diagnostic.Location.GetLineSpan().Path == "/project/herogi.lock"
            && diagnostic.Location.GetLineSpan().StartLinePosition.Line == 1);
        Assert.Single(Reasons(again, "ReadLock"), reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(Reasons(again, "Compile"), reason => reason == IncrementalStepRunReason.Modified);
        Assert.All(
            Reasons(again, "ParseFile").Concat(Reasons(again, "ReadOptions")), reason => Assert.True(IsCached(reason)));
    }

    [Fact]
    public void ALockFurtherDownIsThatOfAnotherProject()
    {
        var project = new TestProject(("a.herogi", A), ("inner/herogi.lock", "herogi.lock 1\nscenario Gone\n"));

        Assert.Empty(project.Run().Diagnostics);
    }

    private static TestProject Project() => new(("a.herogi", A), ("b.herogi", B));

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result, string scenario) =>
        result.TrackedSteps["ScenarioModel"].SelectMany(step => step.Outputs)
            .Where(output => output.Value.ToString()!.Contains($"SourceName = {scenario}", StringComparison.Ordinal))
            .Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static bool IsCached(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
