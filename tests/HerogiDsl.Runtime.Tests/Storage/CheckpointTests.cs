using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Storage;

/// <summary>SQLite's log beside a writer who never rests.</summary>
public sealed class CheckpointTests
{
    private const int Megabyte = 1024 * 1024;
    private const int Transactions = 2_000;

    // SQLite writes no page that stays as it is: each transaction has a letter of its own.
    private static readonly byte[][] Letters =
    [
        .. Enumerable.Range('a', 26).Select(letter => (byte[])[(byte)'"', .. Enumerable.Repeat((byte)letter, 200_000), (byte)'"']),
    ];

    [Fact]
    public void TheLogGathersPagesAndIsBegunAnewWhileTheWriterIsBusy()
    {
        using var folder = new TestFolder();
        using (var store = new SqliteStore(folder.Database))
        {
            store.Open();
            // The same forty rows again and again: 400 MB for the log, and 8 MB for the file.
            for (var number = 1; number <= Transactions; number++)
                Save(store, number);

            Assert.InRange(new FileInfo(folder.Database + "-wal").Length, 16 * Megabyte, 200 * Megabyte);
            Assert.InRange(new FileInfo(folder.Database).Length, 6 * Megabyte, 16 * Megabyte);
        }

        Assert.False(File.Exists(folder.Database + "-wal"));
        using var again = new SqliteStore(folder.Database);
        again.Open();
        Assert.Equal(
            Enumerable.Range(Transactions - 39, 40).Select(static number => (long)number),
            again.Read(static tables => tables.Instances.List(new("S", null, null), "", 100).Select(row => row.Visit).Order()));
    }

    [Fact]
    public void ALogThatSomebodyReadsIsKeptAndMovedLater()
    {
        using var folder = new TestFolder();
        using var store = new SqliteStore(folder.Database);
        store.Open();
        for (var number = 1; number <= 40; number++)
            Save(store, number);

        using (var reader = SqliteDatabase.Open(folder.Database, readOnly: true))
        {
            reader.Execute("BEGIN");
            const string Sum = "SELECT sum(visit) FROM instances";
            Assert.Equal(820, reader.QueryNumber(Sum));
            for (var number = 41; number <= Transactions / 2; number++)
                Save(store, number);
            Assert.Equal(820, reader.QueryNumber(Sum));
            reader.Execute("COMMIT");
            Assert.Equal(Enumerable.Range((Transactions / 2) - 39, 40).Sum(), reader.QueryNumber(Sum));
        }
    }

    private static void Save(SqliteStore store, int number)
    {
        store.Begin();
        store.Writing.Instances.Save(new InstanceRow
        {
            Scenario = "S",
            SessionId = $"s{number % 40}",
            State = "A",
            Data = Letters[number % 26],
            Visit = number,
            EnteredAt = DateTimeOffset.UnixEpoch,
            Fingerprint = "",
        });
        store.Commit();
    }
}
