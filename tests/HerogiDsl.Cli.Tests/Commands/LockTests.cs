namespace HerogiDsl.Cli.Tests.Commands;

public sealed class LockTests
{
    private const string Text = """
        namespace Shop
        event Register { plan: string }
        event Confirm
        scenario Welcome {
          session plan: string
          start { on Register do { set plan = event.plan } -> Waiting }
          state Waiting { on Confirm when session.plan == "pro" -> Done  ignore Register }
          end Done
        }
        """;

    private static readonly string Renamed = Text.Replace("Waiting", "Resting", StringComparison.Ordinal);

    private static readonly string Migrated =
        Renamed.Replace("  end Done", "  end Done\n  migrate Waiting -> Resting", StringComparison.Ordinal);

    [Fact]
    public async Task TheLockIsWrittenBesideTheFilesAndHeldAgainstWhatFollows()
    {
        using var place = new Workplace().With("flows/a.herogi", Text);
        var locked = await place.RunAsync("lock", "flows");
        var again = await place.RunAsync("check", "flows");
        place.With("flows/a.herogi", Renamed);
        var renamed = await place.RunAsync("check", "flows");
        place.With("flows/a.herogi", Migrated);
        var migrated = await place.RunAsync("check", "flows");

        Assert.Equal((0, "flows/herogi.lock: 1 scenario, 1 state"), (locked.ExitCode, Assert.Single(locked.Output)));
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(1, renamed.ExitCode);
        Assert.StartsWith("flows/a.herogi(4,10): error HRG6001: state 'Waiting'", Assert.Single(renamed.Output), StringComparison.Ordinal);
        Assert.Equal(0, migrated.ExitCode);
        Assert.DoesNotContain('\r', File.ReadAllText(Path.Combine(place.Folder, "flows", "herogi.lock")));
    }

    [Fact]
    public async Task AChangeThatSessionsDoNotSurviveIsNotLocked()
    {
        using var place = new Workplace().With("a.herogi", Text);
        await place.RunAsync("lock");
        var before = File.ReadAllText(Path.Combine(place.Folder, "herogi.lock"));
        place.With("a.herogi", Renamed);
        var refused = await place.RunAsync("lock");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("HRG6001", Assert.Single(refused.Output), StringComparison.Ordinal);
        Assert.Contains("'herogi lock --forget'", refused.Errors[^1], StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(place.Folder, "herogi.lock")));

        var forgotten = await place.RunAsync("lock", "--forget");
        Assert.Equal(0, forgotten.ExitCode);
        Assert.Equal(0, (await place.RunAsync("check", ".")).ExitCode);
    }

    [Fact]
    public async Task AMigratedStateIsRememberedUntilItIsForgotten()
    {
        using var place = new Workplace().With("a.herogi", Text);
        await place.RunAsync("lock");
        place.With("a.herogi", Migrated);
        var locked = await place.RunAsync("lock");
        var forgotten = await place.RunAsync("lock", "--forget");
        var useless = await place.RunAsync("check", ".");

        Assert.Equal("herogi.lock: 1 scenario, 1 state, 1 of earlier builds remembered", Assert.Single(locked.Output));
        Assert.Equal("herogi.lock: 1 scenario, 1 state, 1 forgotten", Assert.Single(forgotten.Output));
        Assert.Contains("warning HRG6005", Assert.Single(useless.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesWithErrorsAreNotLocked()
    {
        using var place = new Workplace().With("a.herogi", Text.Replace("-> Waiting", "-> Wating", StringComparison.Ordinal));
        var refused = await place.RunAsync("lock");

        Assert.Equal(1, refused.ExitCode);
        Assert.EndsWith("'herogi.lock' was not written: mend the errors first", refused.Errors[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(place.Folder, "herogi.lock")));
    }

    [Fact]
    public async Task AFolderThatIsNotThereIsBadUsage()
    {
        using var place = new Workplace();
        var outcome = await place.RunAsync("lock", "nowhere");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no folder 'nowhere'", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDifferenceIsToldInWords()
    {
        using var place = new Workplace().With("a.herogi", Text);
        await place.RunAsync("lock");
        var nothing = await place.RunAsync("diff", "herogi.lock", ".");
        place.With("a.herogi", Renamed.Replace("plan: string }", "plan: string  note: string }", StringComparison.Ordinal));
        var dangerous = await place.RunAsync("diff", "herogi.lock", ".");
        place.With("a.herogi", Migrated.Replace("plan: string }", "plan: string  note: string? }", StringComparison.Ordinal));
        var safe = await place.RunAsync("diff", "herogi.lock", ".");

        Assert.Equal((0, "nothing changes for sessions in flight"), (nothing.ExitCode, Assert.Single(nothing.Output)));
        Assert.Equal(1, dangerous.ExitCode);
        Assert.Contains("  danger  state 'Waiting' is gone, and sessions may be in it", dangerous.Output);
        Assert.Contains("          write: migrate Waiting -> SomeState", dangerous.Output);
        Assert.Equal(0, safe.ExitCode);
        Assert.Equal(
            [
                "scenario Welcome",
                "  safe    state 'Waiting' is gone; a 'migrate' says where its sessions go on",
                "  safe    state 'Resting' is new",
                "event Register",
                "  safe    field 'note' is new, and may be missing",
                "sessions in flight survive",
            ],
            safe.Output);
    }

    [Fact]
    public async Task HelpShowsWhatToTypeAndTheExitCodes()
    {
        using var place = new Workplace();
        foreach (var command in new[] { "lock", "diff" })
        {
            var help = await place.RunAsync(command, "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.Contains("Exit codes:", help.Output);
            Assert.Contains(help.Output, line => line.StartsWith($"  herogi {command} ", StringComparison.Ordinal));
        }
    }
}
