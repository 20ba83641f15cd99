using HerogiDsl.Generator.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Generator.Tests;

/// <summary>Two builds of a scenario, one after the other, on the same SQLite file.</summary>
public sealed class MigrationTests : IDisposable
{
    private const string Old = """
        event Go { name: string }
        event Next
        event Saved from http
        connection Web { url "{{ config.web }}" }
        scenario S {
          session first: string
          session count: int = 1
          start { on Go do { set first = event.name } -> Waiting }
          state Waiting {
            http put Web "/{{ session.first }}" returns Saved
            on Saved -> Done
            on Next do { set count = session.count + 1 } -> stay
            after 2h -> Done
            ignore Go
          }
          end Done
        }
        """;

    // Statements, timers, data and the name of the state: all is different.
    private const string New = """
        event Go { name: string }
        event Next
        event Saved from http
        connection Web { url "{{ config.web }}" }
        scenario S {
          session name: string
          session total: decimal
          session answers: int = 0
          start { on Go do { set name = event.name  set total = 0 } -> Resting }
          state Resting {
            http put Web "/{{ session.name }}/{{ session.total }}" returns Saved
            on Saved do { set answers = session.answers + 1 } -> stay
            after 3h -> Late
            ignore Go, Next
          }
          state Late { on Next when session.answers > 0 -> Done  ignore Go }
          end Done
          migrate Waiting -> Resting { set name = "old " + session.first  set total = session.count * 10 }
        }
        """;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("herogi-migration-");
    private readonly FakeTimeProvider _time = new(Start);

    private string Database => Path.Combine(_folder.FullName, "herogi.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheVisitGoesOnInTheStateItIsMigratedTo()
    {
        using var web = new WebStub();
        await using (var first = await RunningProject.StartAsync(Old, null, Database, _time, web.Url))
        {
            await first.SendAsync("Go", """{ "name": "ada" }""");
            await first.SendAsync("Next");
            await first.HasOutcomeAsync("stayed");
            await first.HoldsAsync(() => Task.FromResult(web.Calls == 1), "has called");
        }

        web.Answers = true;
        _time.Advance(TimeSpan.FromHours(1));
        await using var second = await RunningProject.StartAsync(New, RunningProject.Lock(Old), Database, _time, web.Url);
        await second.HasOutcomeAsync("stayed Resting");
        var migrated = await second.FindAsync();

        // The answer that was on its way counts; the statements of the target did not run.
        Assert.Equal(["moved  -> Waiting", "stayed Waiting -> Waiting", "migrated Waiting -> Resting", "stayed Resting -> Resting"], await second.OutcomesAsync());
        Assert.Equal("""{"name":"old ada","total":20,"answers":1}""", migrated!.DataJson);
        Assert.Equal(Start, migrated.EnteredAt);
        Assert.Equal(2, web.Calls);
        Assert.Equal(1, (await second.OverviewAsync()).Pending.Timers);

        // `after 3h` runs from the moment at which the old state was entered; the old `after 2h` is no more.
        _time.Advance(TimeSpan.FromMinutes(119));
        await second.SendAsync("Next");
        await second.HasOutcomeAsync("ignored");
        Assert.Equal("Resting", (await second.FindAsync())!.State);
        await second.HoldsAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromSeconds(30));
                return (await second.FindAsync())?.State == "Late";
            },
            "is in 'Late'");
        await second.SendAsync("Next");
        await second.HasOutcomeAsync("ended");
    }

    [Fact]
    public async Task ATimerOfTheOldStateIsNotTakenForOneOfTheNew()
    {
        await RunOldAsync();
        _time.Advance(TimeSpan.FromMinutes(150));
        await using var second = await RunningProject.StartAsync(New, RunningProject.Lock(Old), Database, _time);
        await second.IsInAsync("Resting");
        Assert.Equal(1, (await second.OverviewAsync()).Pending.Timers);
    }

    [Fact]
    public async Task AMendRunsOnceForAnInstance()
    {
        var mending = Old.Replace(
            "  end Done\n", "  end Done\n  migrate Waiting -> Waiting { set count = session.count * 10 }\n", StringComparison.Ordinal);
        await RunOldAsync();
        for (var run = 0; run < 2; run++)
        {
            await using var again = await RunningProject.StartAsync(mending, RunningProject.Lock(Old), Database, _time);
            await again.SendAsync("Next");
            await again.HoldsAsync(
                async () => (await again.OutcomesAsync())
                    .Count(each => each.StartsWith("stayed", StringComparison.Ordinal)) == run + 1,
                "stays");
            Assert.Equal(1, (await again.OutcomesAsync()).Count(each => each.StartsWith("migrated", StringComparison.Ordinal)));
            Assert.Contains($"\"count\":{11 + run}", (await again.FindAsync())!.DataJson, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AMendThatTheLockRemembersMayBeEdited()
    {
        var mending = Old.Replace(
            "  end Done\n", "  end Done\n  migrate Waiting -> Waiting { set count = session.count * 10 }\n", StringComparison.Ordinal);
        var first = RunningProject.Lock(Old);
        await RunOldAsync();
        await using (var second = await RunningProject.StartAsync(mending, first, Database, _time))
        {
            await second.SendAsync("Next");
            await second.HasOutcomeAsync("stayed");
        }

        var edited = mending.Replace("* 10", "* 100", StringComparison.Ordinal);
        await using var third = await RunningProject.StartAsync(edited, RunningProject.Lock(mending, first), Database, _time);
        await third.SendAsync("Next");
        await third.HoldsAsync(async () => (await third.OutcomesAsync()).Length == 4, "has stayed twice");
        Assert.Contains("\"count\":12", (await third.FindAsync())!.DataJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeMigratedIsLeftUntouchedAndSaysWhy()
    {
        var failing = New.Replace("\"old \" + session.first", "fail(\"no name\")", StringComparison.Ordinal);
        await RunOldAsync();
        await using (var second = await RunningProject.StartAsync(failing, RunningProject.Lock(Old), Database, _time))
        {
            await second.SendAsync("Next");
            await second.HasOutcomeAsync("incompatible");
            var kept = await second.FindAsync();
            Assert.Equal("Waiting", kept!.State);
            Assert.Equal(InstanceCondition.Incompatible, kept.Condition);
            Assert.Contains("'migrate Waiting -> Resting' cannot be done: no name (s.herogi", kept.Reason, StringComparison.Ordinal);
        }

        // A build that can goes on with it.
        await using var third = await RunningProject.StartAsync(New, RunningProject.Lock(Old), Database, _time);
        await third.IsInAsync("Resting");
        Assert.Equal(InstanceCondition.Active, (await third.FindAsync())!.Condition);
    }

    [Fact]
    public async Task ChainsAreFollowedAndAnEndClosesTheInstance()
    {
        var closing = New.Replace(
            "migrate Waiting -> Resting { set name = \"old \" + session.first  set total = session.count * 10 }",
            "migrate Waiting -> Between  migrate Between -> Done",
            StringComparison.Ordinal);
        await RunOldAsync();
        await using var second = await RunningProject.StartAsync(closing, RunningProject.Lock(Old), Database, _time);
        await second.SendAsync("Next");
        await second.HasOutcomeAsync("ignored");

        Assert.Null(await second.FindAsync());
        Assert.Equal(["moved  -> Waiting", "migrated Waiting -> Done", "ignored"], await second.OutcomesAsync());
        Assert.Equal(0, (await second.OverviewAsync()).Pending.Timers);
    }

    [Fact]
    public async Task TheLockRemembersWhatAMigrateReads()
    {
        var @lock = RunningProject.Lock(New, RunningProject.Lock(Old));
        await RunOldAsync();
        await using var third = await RunningProject.StartAsync(New, @lock, Database, _time);
        await third.SendAsync("Next");
        await third.IsInAsync("Resting");
        Assert.Equal("""{"name":"old ada","total":10,"answers":0}""", (await third.FindAsync())!.DataJson);
    }

    [Fact]
    public async Task AnAddedDatumTakesItsDefaultAndANullThatWasSetStaysOne()
    {
        const string before = """
            event Go
            event Next
            scenario S {
              session note: string? = "begun"
              start { on Go -> Waiting }
              state Waiting { on Next do { set note = null } -> stay  ignore Go  after 1h when session.note == "x" -> Done }
              end Done
            }
            """;
        var after = before.Replace(
            "  start", "  session since: datetime = now()\n  session tags: string[] = []\n  start", StringComparison.Ordinal)
            .Replace("session.note == \"x\"", "session.note == \"x\" and session.since > now() and length(session.tags) > 1", StringComparison.Ordinal);
        await using (var first = await RunningProject.StartAsync(before, null, Database, _time))
        {
            await first.SendAsync("Go");
            await first.SendAsync("Next");
            await first.HasOutcomeAsync("stayed");
        }

        _time.Advance(TimeSpan.FromMinutes(5));
        await using var second = await RunningProject.StartAsync(after, RunningProject.Lock(before), Database, _time);
        await second.SendAsync("Next");
        await second.HoldsAsync(async () => (await second.OutcomesAsync()).Length == 4, "has stayed again");
        Assert.Equal("""{"note":null,"since":"2026-01-01T00:05:00+00:00","tags":[]}""", (await second.FindAsync())!.DataJson);
    }

    private async Task RunOldAsync()
    {
        await using var first = await RunningProject.StartAsync(Old, null, Database, _time);
        await first.SendAsync("Go", """{ "name": "ada" }""");
        await first.IsInAsync("Waiting");
    }
}
