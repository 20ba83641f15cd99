using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HerogiDsl.Runtime.Tests.Storage;

public sealed class SqliteStoreTests
{
    private static InboxRow Row(string sessionId) => new()
    {
        Scenario = "One",
        SessionId = sessionId,
        Kind = InboxKind.Event,
        Event = "Go",
        Payload = "{}"u8.ToArray(),
        AcceptedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void ASecondStoreOnTheSameFileIsAClearError()
    {
        using var folder = new TestFolder();
        using (var first = new SqliteStore(folder.Database))
        {
            first.Open();
            using var second = new SqliteStore(folder.Database);
            var exception = Assert.Throws<SqliteStoreException>(second.Open);
            Assert.Contains("in use by another process", exception.Message);
        }

        using var third = new SqliteStore(folder.Database);
        third.Open();
    }

    [Fact]
    public void ADatabaseOfANewerProgramIsAClearError()
    {
        using var folder = new TestFolder();
        using (var store = new SqliteStore(folder.Database))
            store.Open();
        using (var database = SqliteDatabase.Open(folder.Database, readOnly: false))
            database.Execute("UPDATE herogi SET schema_version = 99");

        using var again = new SqliteStore(folder.Database);
        Assert.Contains("newer program", Assert.Throws<SqliteStoreException>(again.Open).Message);
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseOfOursIsAClearError()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.Database, new string('x', 5000));
        using (var store = new SqliteStore(folder.Database))
            Assert.Contains("not an SQLite database", Assert.Throws<SqliteStoreException>(store.Open).Message);

        var foreign = folder.Database + "2";
        using (var database = SqliteDatabase.Open(foreign, readOnly: false))
            database.Execute("CREATE TABLE other (x)");
        using (var store = new SqliteStore(foreign))
            Assert.Contains("something else", Assert.Throws<SqliteStoreException>(store.Open).Message);
    }

    [Fact]
    public void SequencesAreNeverUsedTwiceEvenWhenEverythingIsGone()
    {
        using var folder = new TestFolder();
        var row = Row("s");
        using (var store = new SqliteStore(folder.Database))
        {
            store.Open();
            store.Begin();
            store.Writing.Inbox.Add(row);
            store.Writing.Inbox.Remove(row.Sequence);
            store.Commit();
        }

        using var again = new SqliteStore(folder.Database);
        again.Open();
        again.Begin();
        var next = Row("s");
        again.Writing.Inbox.Add(next);
        again.Commit();
        Assert.True(next.Sequence > row.Sequence);
    }

    [Fact]
    public async Task AUnitThatFailsDoesNotSpoilItsGroup()
    {
        using var folder = new TestFolder();
        using var store = new SqliteStore(folder.Database);
        store.Open();
        var commits = new GroupCommit(store, 100, EngineTasks.OnThreadPool, NullLogger.Instance);
        var order = new List<int>();
        var works = Enumerable.Range(0, 10).Select(number => new DelegateWork(
            tables =>
            {
                tables.Inbox.Add(Row($"s{number}"));
                if (number == 5)
                    throw new InvalidOperationException("on purpose");
            },
            () => order.Add(number))).ToList();
        // Queued before the writer starts: they are one group.
        foreach (var work in works)
            await commits.SubmitAsync(work);
        commits.Start();

        await Assert.ThrowsAsync<InvalidOperationException>(() => works[5].Done);
        await Task.WhenAll(works.Where(work => work != works[5]).Select(work => work.Done));
        await commits.StopAsync();
        Assert.Equal([0, 1, 2, 3, 4, 6, 7, 8, 9], order);
        var rows = store.Read(tables => tables.Inbox.ReadWaiting(0, 100));
        Assert.Equal(order.Select(number => $"s{number}"), rows.Select(row => row.SessionId));
        Assert.Equal(rows.Count, rows.Select(row => row.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task ASecondHostOnTheSameFileDoesNotStart()
    {
        using var folder = new TestFolder();
        var setup = new TestSetup(folder.Database);
        await using var host = await TestHost.StartAsync(setup);
        var second = TestHost.Make(setup);
        await Assert.ThrowsAsync<SqliteStoreException>(second.StartAsync);
        second.Crash();
        await host.Herogi.SendAsync("s", new Said("Go"));
    }

    [Fact]
    public void TheStoreIsWrittenWithTheCareThatIsPromised()
    {
        using var folder = new TestFolder();
        using var store = new SqliteStore(folder.Database);
        store.Open();
        using var other = SqliteDatabase.Open(folder.Database, readOnly: true);
        Assert.Equal("wal", other.Prepare("PRAGMA journal_mode").ReadFirst(row => row.Text(0)));
        Assert.True(File.Exists(folder.Database + "-wal"));
    }
}
