using System.Globalization;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Monitoring;

/// <summary>Lists of sessions: what is in a page, and what it costs.</summary>
public sealed class ListTests
{
    private const int Count = 120;

    private static readonly string[] States = ["", "Asking", "Done"];

    private static InstanceRow Row(int number) => new()
    {
        Scenario = number % 5 == 0 ? "Two" : "One",
        SessionId = Name(number),
        State = States[number % 3],
        Data = "{}"u8.ToArray(),
        Visit = number,
        EnteredAt = DateTimeOffset.UnixEpoch,
        Fingerprint = "1",
        Status = (InstanceStatus)(number % 4),
    };

    // Both ends of what UTF-16 orders otherwise than UTF-8 does.
    private static string Name(int number) => (number % 7) switch
    {
        0 => $"\ud83d\ude00{number:D3}",
        1 => $"\uffee{number:D3}",
        _ => number.ToString("D3", CultureInfo.InvariantCulture),
    };

    private static SqliteStore Fill(TestFolder folder)
    {
        var store = new SqliteStore(folder.Database);
        store.Open();
        store.Begin();
        for (var number = 0; number < Count; number++)
            store.Writing.Instances.Save(Row(number));
        store.Commit();
        return store;
    }

    public static TheoryData<string?, InstanceCondition?> Filters()
    {
        var filters = new TheoryData<string?, InstanceCondition?>();
        foreach (var state in new[] { null, "", "Asking", "Done", "Nowhere" })
        {
            filters.Add(state, null);
            foreach (var condition in Enum.GetValues<InstanceCondition>())
                filters.Add(state, condition);
        }

        return filters;
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void PagesHoldEveryInstanceThatTheFilterLetsThroughOnceAndInOrder(string? state, InstanceCondition? condition)
    {
        using var folder = new TestFolder();
        using var store = Fill(folder);
        var status = (InstanceStatus?)condition;
        var expected = Enumerable.Range(0, Count).Select(Row)
            .Where(row => row.Scenario == "One" && (state is null || row.State == state) && (status is null || row.Status == status))
            .Select(row => row.SessionId).ToHashSet(StringComparer.Ordinal);

        var found = new List<string>();
        while (true)
        {
            var page = store.Read(tables => tables.Instances.List(new("One", state, status), found.LastOrDefault() ?? "", 7));
            Assert.True(page.Count <= 7);
            found.AddRange(page.Select(row => row.SessionId));
            if (page.Count < 7)
                break;
        }

        Assert.Equal(expected.Count, found.Count);
        Assert.Equal(expected, found.ToHashSet(StringComparer.Ordinal));
    }

    public static TheoryData<string> Statements { get; } =
    [
        SqliteInstanceLists.OfState, SqliteInstanceLists.OfScenario, SqliteInstanceLists.FirstState, SqliteInstanceLists.NextState,
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void AListSearchesAnIndexAndNeitherScansNorSorts(string sql)
    {
        using var folder = new TestFolder();
        using var store = Fill(folder);
        using var database = SqliteDatabase.Open(folder.Database, readOnly: true);

        var plan = database.Prepare("EXPLAIN QUERY PLAN " + sql).ReadAll(row => row.Text(3));

        Assert.NotEmpty(plan);
        Assert.All(plan, step => Assert.StartsWith("SEARCH ", step, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.Contains(
            "SCAN instances",
            Assert.Single(database.Prepare("EXPLAIN QUERY PLAN SELECT * FROM instances WHERE data = ''").ReadAll(row => row.Text(3))));
    }

    [Fact]
    public void WhatIsHeldIsCountedWithoutLookingAtTheOthers()
    {
        using var folder = new TestFolder();
        using var store = Fill(folder);
        using var database = SqliteDatabase.Open(folder.Database, readOnly: true);

        Assert.Equal((Count / 4, Count / 4), store.Read(tables => tables.Instances.CountHeld()));
        var plan = database.Prepare(
            "EXPLAIN QUERY PLAN SELECT status, count(*) FROM instances WHERE status IN ('faulted', 'incompatible') GROUP BY status")
            .ReadAll(row => row.Text(3));
        Assert.Contains("instances_held", Assert.Single(plan));
    }
}
