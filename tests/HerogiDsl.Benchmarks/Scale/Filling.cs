using System.Globalization;
using HerogiDsl.Benchmarks.Scenarios;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Benchmarks.Scale;

/// <summary>Puts into a store what months would have put there.</summary>
internal static class Filling
{
    private const int RowsAtOnce = 10_000;

    public static string Session(long number) => "sleeper-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>So many sessions asleep, each with a timer that is far away.</summary>
    public static void AddSleepers(string database, int sessions, DateTimeOffset now)
    {
        using var store = new SqliteStore(database);
        store.Open();
        Write(store, sessions, (tables, number) =>
        {
            tables.Instances.Save(new InstanceRow
            {
                Scenario = "Sleepers",
                SessionId = Session(number),
                State = "Asleep",
                Data = """{"n":0}"""u8.ToArray(),
                Visit = number + 1,
                EnteredAt = now,
                Fingerprint = Sleepers.Definition.Fingerprint,
                HasTimers = true,
            });
            tables.Timers.Add(new TimerRow("Sleepers", Session(number), number + 1, 0, now.AddDays(30).AddMilliseconds(number)));
        });
    }

    /// <summary>Has the timers of some sessions fall due, one after the other.</summary>
    public static void SetDue(string database, DueTimes due)
    {
        using var store = new SqliteStore(database);
        store.Open();
        Write(store, due.Count, (tables, number) =>
        {
            tables.Timers.Remove("Sleepers", Session(number));
            tables.Timers.Add(new TimerRow("Sleepers", Session(number), number + 1, 0, due.Of(number)));
        });
    }

    /// <summary>So many steps of the past.</summary>
    public static void AddHistory(string database, int rows, int sessions, DateTimeOffset at)
    {
        using var store = new SqliteStore(database);
        store.Open();
        Write(store, rows, (tables, number) => tables.History.Add(new HistoryRow
        {
            At = at,
            Scenario = "Sleepers",
            SessionId = Session(number % sessions),
            Event = "Stir",
            Outcome = "stayed",
            From = "Asleep",
            Transition = 1,
            To = "Asleep",
            Sets = """["n",1]"""u8.ToArray(),
        }));
    }

    // The rows have visits of our own numbers: nothing of this is judged, it is only there.
    private static void Write(SqliteStore store, int rows, Action<IStoreTables, long> write)
    {
        for (var done = 0L; done < rows; done += RowsAtOnce)
        {
            store.Begin();
            for (var number = done; number < Math.Min(rows, done + RowsAtOnce); number++)
                write(store.Writing, number);
            store.Commit();
        }
    }
}
