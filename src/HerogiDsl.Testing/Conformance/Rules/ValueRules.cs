using HerogiDsl.Runtime.Storage;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Conformance.Rules;

/// <summary>Whatever may be written comes back as it was.</summary>
internal static class ValueRules
{
    private const int LargestPayload = 256 * 1024;

    public static IReadOnlyList<StoreRule> All { get; } =
    [
        new(AnyTextComesBack),
        new(AnyTextIsToldFromOthers),
        new(TimesAreKeptInMilliseconds),
        new(TimesAreKeptFromOneEndToTheOther),
        new(TheLargestPayloadComesBack),
        new(AnEmptyPayloadIsNotAMissingOne),
        new(TheStoreKeepsItsOwnBytes),
        new(ThousandsOfRowsAreNotTooMany),
    ];

    private static IEnumerable<string> Texts() =>
    [
        "", " ", "O'Brien", "\"quoted\"", "a;DROP TABLE inbox;--", "%_*?[", "\\n", "line\nbreak\r\n\ttab", "Zoë", "e\u0301",
        "中文", "\u202Eright to left", "\uFEFFmark", "\uE000\uFFFD\uFFFF", "🦆🏳️‍🌈", "\U0010FFFF", "{{ braces }}", "?1 $1 @p0 :p",
        "a\0b", "\u0001\u007F", new string('x', 256), string.Concat(Enumerable.Repeat("🦆", 128)),
    ];

    private static void AnyTextComesBack(StoreBench bench)
    {
        foreach (var text in Texts())
        {
            var row = Event(text, text, text) with { Label = text, Payload = Json(text) };
            var call = Call(text, session: text) with { Returns = text, Label = text, Position = text, Scenario = text };
            var step = Step(text, text, text) with { Event = text, From = text, To = text, Reason = text, Position = text };
            bench.Write(tables =>
            {
                tables.Inbox.Add(row);
                tables.Outbox.Add(call);
                tables.History.Add(step);
                tables.Instances.Save(Instance(text, text, text) with { Reason = text, Position = text, Fingerprint = text });
                tables.Timers.Add(Timer(0, 0, text, text) with { Every = new CronSchedule(text, text) });
                tables.Scheduled.Add(Later(0, text, text, text) with { To = text });
                tables.Totals.Add($"t{text}", 1);
                tables.Aggregates.Apply(new WindowChange(Row(Window(text, text, text)) with { Text = text }));
            });
            bench.Read(tables =>
            {
                Check(row, tables.Inbox.ReadWaiting(text, text).Single());
                Check(call, tables.Outbox.Read(text, 0, 10).Single());
                Check(step, tables.History.Read(text, text, 0, 10).Single() with { Id = 0 });
                var instance = tables.Instances.Find(text, text);
                Check($"{text}{text}{text}", instance?.State + instance?.Reason + instance?.Fingerprint);
                Check(text, tables.Timers.ReadDue(Noon, 100).Single(timer => timer.SessionId == text).Every?.Zone);
                Check(text, tables.Scheduled.Read(text, 10).Single().To);
                Check(1L, tables.Totals.Read().Single(total => total.Key == $"t{text}").Value);
                Check(text, tables.Aggregates.Read(text, text).Single().Text);
                return true;
            });
        }

        static void Check(object? expected, object? actual) => Expect.Same(expected, actual, "a text comes back as it was written");
    }

    private static void AnyTextIsToldFromOthers(StoreBench bench)
    {
        var texts = Texts().Concat(["zoë", "Zoe\u0308", "Zoe", "é", "  ", "\n", "x"]).ToArray();
        bench.Write(tables =>
        {
            foreach (var text in texts)
            {
                tables.Instances.Save(Instance(text, $"in {text}"));
                Expect.True(tables.AcceptedIds.TryAdd(text, Noon, Noon), "each id is new");
            }
        });
        foreach (var text in texts)
        {
            Expect.Same(
                $"in {text}", bench.Read(tables => tables.Instances.Find(Scenario, text)?.State), "each is told from the others");
        }
    }

    private static void TimesAreKeptInMilliseconds(StoreBench bench)
    {
        var time = Noon.AddTicks(9_999).ToOffset(TimeSpan.FromHours(5.5));
        bench.Write(tables =>
        {
            tables.Instances.Save(Instance() with { EnteredAt = time });
            tables.Timers.Add(Timer() with { DueAt = time });
            tables.AcceptedIds.TryAdd("a", time, time);
        });
        Expect.Same(Noon, bench.Read(static tables => tables.Instances.Find(Scenario, Session)?.EnteredAt), "parts of one are cut off");
        Expect.Same(
            TimeSpan.Zero,
            bench.Read(static tables => tables.Instances.Find(Scenario, Session)?.EnteredAt.Offset),
            "times come back in UTC");
        Expect.Same(1, bench.Read(static tables => tables.Timers.ReadDue(Noon, 10).Count), "it is due in its millisecond");
        Expect.Same(
            0, bench.Read(static tables => tables.Timers.ReadDue(Noon.AddTicks(-1), 10).Count), "and not in the one before");
        Expect.True(
            !bench.Write(tables => tables.AcceptedIds.TryAdd("a", time, Noon.AddTicks(5))), "an id is known since its millisecond");
    }

    private static void TimesAreKeptFromOneEndToTheOther(StoreBench bench)
    {
        DateTimeOffset[] times =
        [
            DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch.AddMilliseconds(-1), DateTimeOffset.UnixEpoch,
            new(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
        ];
        foreach (var time in times)
        {
            bench.Write(tables =>
            {
                tables.Instances.Save(Instance() with { EnteredAt = time });
                tables.Timers.Add(Timer() with { DueAt = time });
            });
            Expect.Same(time, bench.Read(static tables => tables.Instances.Find(Scenario, Session)?.EnteredAt), "a time comes back");
            Expect.Same(time, bench.Read(static tables => tables.Timers.FindNextDue()), "a timer's time comes back");
            Expect.Same(1, bench.Read(static tables => tables.Timers.ReadDue(DateTimeOffset.MaxValue, 10).Count), "all is due in the end");
        }
    }

    private static void TheLargestPayloadComesBack(StoreBench bench)
    {
        var text = $"\"{string.Concat(Enumerable.Repeat("aé中🦆", LargestPayload / 10 - 1))}\"";
        var row = Event() with { Payload = Json(text) };
        bench.Write(tables =>
        {
            tables.Inbox.Add(row);
            tables.Instances.Save(Instance() with { Data = Json(text) });
            tables.Outbox.Add(Call() with { Request = Json(text) });
            tables.Scheduled.Add(Later() with { Payload = Json(text) });
            tables.History.Add(Step() with { Sets = Json(text) });
        });
        bench.Crash();
        bench.Read(tables =>
        {
            ReadOnlyMemory<byte>?[] read =
            [
                tables.Inbox.ReadWaiting(0, 1)[0].Payload,
                tables.Instances.Find(Scenario, Session)?.Data,
                tables.Outbox.Read("crm", 0, 1)[0].Request,
                tables.Scheduled.Read(Session, 1)[0].Payload,
                tables.History.Read(Session, null, 0, 1)[0].Sets,
            ];
            Expect.True(read.All(bytes => bytes is { } some && some.Span.SequenceEqual(row.Payload.Span)), "to the last byte");
            return true;
        });
    }

    private static void AnEmptyPayloadIsNotAMissingOne(StoreBench bench)
    {
        bench.Write(static tables =>
        {
            tables.Inbox.Add(Event() with { Payload = default });
            tables.Instances.Save(Instance() with { Data = Json("") });
            tables.Outbox.Add(Call() with { Request = default });
            tables.Scheduled.Add(Later() with { Payload = default });
            tables.History.Add(Step() with { Sets = Json(""), Asked = null });
        });
        bench.Read(static tables =>
        {
            Expect.Same(0, tables.Inbox.ReadWaiting(0, 1)[0].Payload.Length, "an empty payload is one");
            Expect.Same(0, tables.Instances.Find(Scenario, Session)?.Data.Length, "empty data is some");
            Expect.Same(0, tables.Outbox.Read("crm", 0, 1)[0].Request.Length, "an empty request is one");
            Expect.Same(0, tables.Scheduled.Read(Session, 1)[0].Payload.Length, "an empty event is one");
            var step = tables.History.Read(Session, null, 0, 1)[0];
            Expect.Same(0, step.Sets?.Length, "what is empty is not missing");
            Expect.Same(null, step.Asked, "what is missing is not empty");
            return true;
        });
    }

    private static void TheStoreKeepsItsOwnBytes(StoreBench bench)
    {
        var mine = "{\"a\":1}"u8.ToArray();
        bench.Write(tables =>
        {
            tables.Inbox.Add(Event() with { Payload = mine });
            tables.Instances.Save(Instance() with { Data = mine });
            Array.Fill(mine, (byte)' ');
        });
        Expect.Same(Json("""{"a":1}"""), bench.Read(static tables => tables.Inbox.ReadWaiting(0, 1)[0].Payload), "bytes used again");
        Expect.Same(Json("""{"a":1}"""), bench.Read(static tables => tables.Instances.Find(Scenario, Session)?.Data), "bytes used again");
    }

    private static void ThousandsOfRowsAreNotTooMany(StoreBench bench)
    {
        const int Many = 3000;
        var rows = Enumerable.Range(0, Many).Select(static i => Event($"s{i * 7919 % Many}")).ToArray();
        bench.Write(tables =>
        {
            foreach (var row in rows)
            {
                tables.Inbox.Add(row);
                tables.Instances.Save(Instance(row.SessionId));
                tables.Timers.Add(Timer(0, row.SessionId.Length, row.SessionId));
            }
        });
        bench.Write(tables =>
        {
            foreach (var row in rows.Where(static row => row.Sequence % 3 != 0))
                tables.Inbox.Remove(row.Sequence);
        });
        Expect.Same(
            rows.Where(static row => row.Sequence % 3 == 0).Select(static row => row.Sequence).ToArray(),
            bench.Read(static tables => tables.Inbox.ReadWaiting(0, Many)).Select(static row => row.Sequence).ToArray(),
            "the rest is in order");
        var ids = bench.Read(static tables => tables.Instances.List(new(Scenario, null, null), "", Many))
            .Select(static row => row.SessionId);
        Expect.Same(
            rows.Select(static row => row.SessionId).Order(StringComparer.Ordinal).ToArray(), ids.ToArray(), "all sessions, in order");
        Expect.Same(Many, bench.Read(static tables => tables.Timers.ReadDue(Noon.AddDays(1), int.MaxValue).Count), "all timers");
    }
}
