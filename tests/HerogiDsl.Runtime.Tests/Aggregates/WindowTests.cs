using System.Diagnostics;
using HerogiDsl.Runtime.Aggregates;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using HerogiDsl.Storage.Sqlite;

namespace HerogiDsl.Runtime.Tests.Aggregates;

/// <summary>The windows against a model that keeps every event and looks at all of them.</summary>
public sealed class WindowTests
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private static readonly AggregateDefinition[] Definitions =
    [
        .. from function in Enum.GetValues<AggregateFunction>()
           from isTumbling in new[] { false, true }
           select Define(function, isTumbling),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AWindowIsWhatAllItsEventsAre(int seed)
    {
        using var folder = new TestFolder();
        using var store = Open(folder.Database);
        var random = new Random(seed);
        var events = new List<(DateTimeOffset At, decimal Value)>();
        var now = Epoch;
        for (var step = 1; step <= 150; step++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(1500) : random.Next(120));
            decimal? value = random.Next(3) == 0 ? null : Draw(random);
            if (value is { } drawn)
                events.Add((now, drawn));
            if (random.Next(20) == 0)
                Forget(store, now);
            var windows = Step(store, now, step, value);
            foreach (var definition in Definitions)
                Assert.Equal(Expect(definition, events, now), windows.Find(definition.Name));
        }
    }

    [Fact]
    public void AManyYearedWindowHoldsEverything()
    {
        using var folder = new TestFolder();
        using var store = Open(folder.Database);
        var definition = Define(AggregateFunction.Sum, false) with { Over = TimeSpan.MaxValue };
        Step(store, Epoch, 1, 5, definition);

        Assert.Equal(12, Step(store, DateTimeOffset.MaxValue.AddDays(-1), 2, 7, definition).Find(definition.Name));
    }

    [Fact]
    public void AClockThatIsSetBackTakesNothingOutOfTheWindow()
    {
        using var folder = new TestFolder();
        using var store = Open(folder.Database);
        Step(store, Epoch, 1, 5);
        Step(store, Epoch.AddMilliseconds(500), 2, 6);

        var windows = Step(store, Epoch.AddHours(-1), 3, 1);

        Assert.Equal((12m, 1m, 6m), (windows.Find("Sum"), windows.Find("Min"), windows.Find("Max")));
        Assert.Equal(7, Step(store, Epoch.AddMilliseconds(1000), 4, null).Find("Sum"));
    }

    [Fact]
    public void AnotherDefinitionBeginsAnewAndALongerWindowGoesOn()
    {
        using var folder = new TestFolder();
        using var store = Open(folder.Database);
        var definition = Define(AggregateFunction.Sum, false);
        Step(store, Epoch, 1, 5, definition);

        var longer = definition with { Over = TimeSpan.FromHours(1) };
        Assert.Equal(11, Step(store, Epoch.AddMinutes(1), 2, 6, longer).Find("Sum"));
        var other = longer with { Text = "another field" };
        Assert.Equal(0, Step(store, Epoch.AddMinutes(2), 3, null, other).Find("Sum"));
        Assert.Equal(7, Step(store, Epoch.AddMinutes(3), 4, 7, other).Find("Sum"));
        Assert.Equal(7, Step(store, Epoch.AddMinutes(62), 5, null, other).Find("Sum"));
    }

    [Fact]
    public void AStepLooksOnlyAtWhatComesAndGoes()
    {
        using var folder = new TestFolder();
        using var store = Open(folder.Database);
        var definition = Define(AggregateFunction.Sum, false) with { Over = TimeSpan.FromDays(1) };
        var key = new WindowKey("One", "s", "Sum");
        store.Begin();
        for (var number = 1; number <= 100_000; number++)
        {
            store.Writing.Aggregates.Apply(new WindowChange(new WindowRow(key)
            {
                Text = definition.Text,
                AsOf = Epoch.AddMilliseconds(number),
                Oldest = Epoch.AddMilliseconds(1),
                Newest = Epoch.AddMilliseconds(number),
                Count = number,
                Value = $"{number}",
                ExpiresAt = Epoch.AddDays(2),
            })
            {
                Added = new ContributionRow(Epoch.AddMilliseconds(number), number, 1),
            });
        }

        store.Commit();

        var watch = Stopwatch.StartNew();
        for (var step = 1; step <= 200; step++)
        {
            var windows = Step(store, Epoch.AddMilliseconds(200_000 + step), 200_000 + step, 1, definition);
            Assert.Equal(100_000 + step, windows.Find("Sum"));
        }

        // Two hundred looks at a hundred thousand rows would take many times as long.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static SqliteStore Open(string path)
    {
        var store = new SqliteStore(path);
        store.Open();
        return store;
    }

    private static SessionWindows Step(
        SqliteStore store, DateTimeOffset at, long sequence, decimal? value, params AggregateDefinition[] definitions)
    {
        var scenario = new ScriptedScenario("One", ["Go"], static (_, _, _) => StepResult.Ignored(null))
        {
            Aggregates = definitions.Length == 0 ? Definitions : definitions,
        };
        var row = new InboxRow
        {
            Sequence = sequence, Scenario = "One", SessionId = "s", Kind = InboxKind.Event, Event = "Go", AcceptedAt = at,
        };
        var windows = SessionWindows.Open(store, scenario, row);
        if (value is { } number)
            windows.Count(row, new Said("Go", number.ToString(null, null)), null!);
        store.Begin();
        foreach (var change in windows.Changes)
            store.Writing.Aggregates.Apply(change);
        store.Commit();
        return windows;
    }

    private static void Forget(SqliteStore store, DateTimeOffset now)
    {
        store.Begin();
        while (store.Writing.Aggregates.RemoveExpired("One", now, 3))
        {
            // A piece after the other.
        }

        store.Commit();
    }

    private static decimal Draw(Random random) => random.Next(5) switch
    {
        0 => random.Next(-3, 4),
        1 => random.Next(1000) / 100m,
        2 => 1_000_000_000_000_000_000_000m * random.Next(-2, 3),
        3 => 0.000_000_000_000_000_001m * random.Next(-2, 3),
        _ => -random.Next(1000) / 1000m,
    };

    private static decimal? Expect(AggregateDefinition definition, List<(DateTimeOffset At, decimal Value)> events, DateTimeOffset now)
    {
        var bucket = now.ToUnixTimeMilliseconds() / 1000;
        var values = events
            .Where(one => definition.IsTumbling ? one.At.ToUnixTimeMilliseconds() / 1000 == bucket : one.At > now - Length)
            .Select(one => one.Value)
            .ToList();
        var sum = values.Aggregate(ExactSum.Zero, (sum, value) => sum.Add(value));
        return definition.Function switch
        {
            AggregateFunction.Count => values.Count,
            AggregateFunction.Sum => sum.ToDecimal(),
            AggregateFunction.Avg => values.Count == 0 ? null : sum.Mean(values.Count),
            AggregateFunction.Min => values.Count == 0 ? null : values.Min(),
            _ => values.Count == 0 ? null : values.Max(),
        };
    }

    private static AggregateDefinition Define(AggregateFunction function, bool isTumbling) =>
        new(function + (isTumbling ? "Tumbling" : ""), function, "Go")
        {
            Over = Length,
            IsTumbling = isTumbling,
            Text = function.ToString(),
            Contribution = static (@event, _) => decimal.Parse(((Said)@event).Text, null),
        };
}
