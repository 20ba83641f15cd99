using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Storage;

/// <summary>Disks that are full, closed, shared or broken: each is a clear error, and nothing accepted is lost.</summary>
public sealed class DiskTests
{
    private const int Sessions = 40;
    private const int PageSize = 4096;

    private static readonly string Large = new('x', 100_000);

    // Counts what it judges, and holds everything while the application says so.
    private static ScriptedScenario Counter(Func<bool>? isHeld = null) => new("Counter", ["Go", "Next"], (state, trigger, context) =>
        trigger.Event is Said { EventName: "Next" } || isHeld?.Invoke() != true
            ? context.Move("Here", (state?.Number ?? 0) + 1)
            : throw new InvalidOperationException("held"));

    private static async Task<int> CountAsync(TestHost host, string sessionId) => (await host.StateAsync(sessionId))?.Number ?? 0;

    [Fact]
    public async Task AFullDiskRefusesWithAReasonAndNothingAcceptedIsLost()
    {
        using var disk = SmallDisk.Mount("4m");
        var setup = new TestSetup(disk.Database) { Scenarios = [Counter()] };
        var accepted = new List<string>();
        SqliteStoreException? refusal = null;
        var host = await TestHost.StartAsync(setup);
        for (var number = 0; refusal is null && number < 1000; number++)
        {
            var session = $"s{number}";
            try
            {
                await host.Herogi.SendAsync(session, new Said("Go", Large));
                accepted.Add(session);
            }
            catch (SqliteStoreException exception)
            {
                refusal = exception;
            }
        }

        Assert.NotNull(refusal);
        Assert.Contains("is full: nothing more is accepted until there is room", refusal.Message);
        Assert.Contains(disk.Database, refusal.Message);
        Assert.NotEmpty(accepted);

        // With room again it goes on by itself.
        disk.Remount("size=64m");
        await Eventually.IsIdleAsync(host);
        foreach (var session in accepted)
            Assert.Equal(1, await CountAsync(host, session));
        await host.Herogi.SendAsync("later", new Said("Go", Large));
        await Eventually.IsInAsync(host, "later", "Here");
        await host.DisposeAsync();

        await using var again = await TestHost.StartAsync(setup);
        foreach (var session in accepted)
            Assert.Equal(1, await CountAsync(again, session));
    }

    [Fact]
    public void AFullDiskAtTheStartIsAClearError()
    {
        using var disk = SmallDisk.Mount("64k");
        File.WriteAllBytes(Path.Combine(disk.Path, "ballast"), new byte[60_000]);
        using (var store = new SqliteStore(disk.Database))
        {
            var message = Assert.Throws<SqliteStoreException>(store.Open).Message;
            Assert.Matches("is full|room", message);
            Assert.DoesNotContain("another process", message, StringComparison.Ordinal);
        }

        disk.Remount("size=8m");
        using var again = new SqliteStore(disk.Database);
        again.Open();
    }

    [Fact]
    public async Task ADiskThatCannotBeWrittenIsAClearErrorAtTheStart()
    {
        using var disk = SmallDisk.Mount("8m");
        var setup = new TestSetup(disk.Database) { Scenarios = [Counter()] };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"));
            await Eventually.IsInAsync(host, "s", "Here");
        }

        disk.Remount("ro");
        var closed = TestHost.Make(setup);
        var message = (await Assert.ThrowsAsync<SqliteStoreException>(closed.StartAsync)).Message;
        closed.Crash();
        Assert.Contains("cannot be written", message);
        Assert.DoesNotContain("another process", message, StringComparison.Ordinal);

        disk.Remount("rw");
        await using var again = await TestHost.StartAsync(setup);
        Assert.Equal(1, await CountAsync(again, "s"));
    }

    [Fact]
    public async Task ADatabaseThatAnotherProgramLocksIsAClearErrorAndWhatWaitsGoesOnAfterwards()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter()] });
        using (var other = SqliteDatabase.Open(folder.Database, readOnly: false))
        {
            other.Execute("BEGIN IMMEDIATE");
            Task[] sends = [.. Enumerable.Range(0, Sessions).Select(number => host.Herogi.SendAsync($"s{number}", new Said("Go")))];
            // All of them learn it, not one after the other.
            foreach (var send in sends)
                Assert.Contains("locked by another program", (await Assert.ThrowsAsync<SqliteStoreException>(() => send)).Message);
            other.Execute("ROLLBACK");
        }

        await host.Herogi.SendAsync("s0", new Said("Go"));
        await Eventually.IsInAsync(host, "s0", "Here");
        Assert.Equal(1, await CountAsync(host, "s0"));
    }

    [Fact]
    public async Task ADamagedPageIsAClearErrorAndTheFileIsLeftAsItIs()
    {
        using var folder = new TestFolder();
        var isHeld = true;
        var setup = new TestSetup(folder.Database) { Scenarios = [Counter(() => isHeld)] };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go", Large));
            await Eventually.HasOutcomeAsync(host, "s", "faulted");
        }

        var whole = await File.ReadAllBytesAsync(folder.Database);
        var page = RootOf(folder.Database, "inbox");
        var damaged = whole.ToArray();
        damaged.AsSpan((page - 1) * PageSize, PageSize).Fill(0xEE);
        await File.WriteAllBytesAsync(folder.Database, damaged);

        var broken = TestHost.Make(setup);
        var told = await TellAsync(broken);
        broken.Crash();
        Assert.Contains("is damaged", told);
        Assert.Contains("restore it from a copy", told);
        var left = await File.ReadAllBytesAsync(folder.Database);
        Assert.Equal(PageOf(damaged, page), PageOf(left, page));

        DeleteJournals(folder.Database);
        await File.WriteAllBytesAsync(folder.Database, whole);
        isHeld = false;
        await using var again = await TestHost.StartAsync(setup);
        Assert.True(await again.Monitor.RetryAsync("s", "Counter"));
        await Eventually.IsInAsync(again, "s", "Here");
    }

    // The start tells it, or the log does, when the page is met.
    private static async Task<string> TellAsync(TestHost host)
    {
        try
        {
            await host.StartAsync();
        }
        catch (SqliteStoreException exception)
        {
            return exception.Message;
        }

        await Eventually.HoldsAsync(() => host.Log.Lines.Any(line => line.Contains("damaged")), "the log tells of the damage");
        return host.Log.Lines.First(line => line.Contains("damaged"));
    }

    private static byte[] PageOf(byte[] file, int page) => file[((page - 1) * PageSize)..(page * PageSize)];

    private static int RootOf(string path, string table)
    {
        using var database = SqliteDatabase.Open(path, readOnly: true);
        return (int)database.QueryNumber($"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")!.Value;
    }

    private static void DeleteJournals(string path)
    {
        foreach (var suffix in new[] { "-wal", "-shm" })
            File.Delete(path + suffix);
    }
}
