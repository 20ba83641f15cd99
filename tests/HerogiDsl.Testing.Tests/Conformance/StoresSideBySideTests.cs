using CsCheck;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Conformance;
using static HerogiDsl.Testing.Conformance.SampleRows;

namespace HerogiDsl.Testing.Tests.Conformance;

/// <summary>Whatever is done to both stores, they say the same.</summary>
public sealed class StoresSideBySideTests
{
    private static readonly Gen<(int Kind, int A, int B, int C)[]> Operations =
        Gen.Select(Gen.Int[0, 34], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 9]).Array[1, 60];

    [Fact]
    public void RandomOperationsGiveTheSame() => Operations.Sample(
        static operations =>
        {
            using var memory = new MemoryPlace();
            using var sqlite = new SqlitePlace();
            using var one = new Script(new StoreBench(memory));
            using var other = new Script(new StoreBench(sqlite));
            foreach (var operation in operations)
                Assert.Equal(other.Do(operation), one.Do(operation));
            Assert.Equal(other.Do((34, 0, 0, 0)), one.Do((34, 0, 0, 0)));
        },
        iter: 60,
        threads: 1);

    /// <summary>Does operations to one store, and tells as a text what came of each.</summary>
    private sealed class Script(StoreBench bench) : IDisposable
    {
        private bool _isWriting;

        public string Do((int Kind, int A, int B, int C) operation)
        {
            switch (operation.Kind)
            {
                case < 26:
                    if (!_isWriting)
                        bench.Store.Begin();
                    _isWriting = true;
                    return RowText.Of(Write(bench.Store.Writing, operation));
                case < 29:
                    if (_isWriting)
                        bench.Store.Commit();
                    _isWriting = false;
                    return "";
                case 29:
                    bench.Store.Rollback();
                    _isWriting = false;
                    return "";
                case 30:
                    bench.Reopen();
                    _isWriting = false;
                    return "";
                case 31:
                    bench.Crash();
                    _isWriting = false;
                    return "";
                default:
                    return bench.Read(Describe) + (_isWriting ? Describe(bench.Store.Writing) : "");
            }
        }

        public void Dispose() => bench.Dispose();

        private static object? Write(IStoreTables tables, (int Kind, int A, int B, int C) operation)
        {
            var (kind, a, b, c) = operation;
            var (session, scenario, number) = ($"s{a}", b % 2 == 0 ? Scenario : "Other", (long)(b + c));
            var minute = Noon.AddMinutes(c);
            return kind switch
            {
                0 or 1 => Done(() => tables.Inbox.Add(Event(session, $"E{b}", scenario) with { AcceptedAt = minute })),
                2 => Done(() => tables.Inbox.Add(DueTimer(session, scenario))),
                3 => Done(() => tables.Inbox.Remove(number)),
                4 => Done(() => tables.Inbox.Defer(number)),
                5 => tables.Inbox.Release(scenario, session),
                6 => Done(() => tables.Inbox.RemoveDeferred(scenario, session)),
                7 => Done(() => tables.Inbox.RemoveTimers(scenario, session)),
                8 or 9 => Done(() => tables.Instances.Save(Instance(session, $"S{c % 3}", scenario) with
                {
                    Status = (InstanceStatus)(b % 4),
                    Deferred = c,
                })),
                10 => Done(() => tables.Instances.SetDeferred(scenario, session, c)),
                11 => Done(() => tables.Instances.Mark(
                    Instance(session, scenario: scenario), (InstanceStatus)(c % 4), $"r{b}", null)),
                12 => Done(() => tables.Instances.Remove(scenario, session)),
                13 => Done(() => tables.History.Add(Step(session, $"o{c}", scenario) with { At = minute })),
                14 => tables.History.RemoveBefore(minute, b),
                15 or 16 => Done(() => tables.Outbox.Add(Call($"c{a}", (OutboxKind)(c % 3)) with { IsBegun = b == 0 })),
                17 => tables.Outbox.Remove(number),
                18 => Done(() => tables.Outbox.MarkBegun(number)),
                19 => Done(() => tables.Outbox.Postpone(number, c, minute)),
                20 => Done(() => tables.Timers.Add(Timer(b, c, session, scenario))),
                21 => Done(() => RemoveTimers(tables.Timers, scenario, session, b)),
                22 => Done(() => tables.Scheduled.Add(Later(c, session, $"E{b % 2}", scenario))),
                23 => Done(() => ChangeScheduled(tables.Scheduled, operation, scenario, session)),
                24 => tables.AcceptedIds.TryAdd($"e{a}{b}", minute, Noon.AddMinutes(b)),
                _ => WriteWindow(tables, operation, scenario, session),
            };
        }

        private static void RemoveTimers(ITimerTable timers, string scenario, string session, int number)
        {
            if (number == 0)
                timers.Remove(scenario, session);
            else
                timers.Remove(Timer(number, 0, session, scenario));
        }

        private static void ChangeScheduled(
            IScheduledTable scheduled, (int Kind, int A, int B, int C) operation, string scenario, string session)
        {
            if (operation.B == 0)
                scheduled.Cancel(scenario, session, $"E{operation.C % 2}");
            else if (operation.B < 3)
                scheduled.Postpone(operation.C, Noon.AddMinutes(operation.A));
            else
                scheduled.Remove(operation.C);
        }

        private static object? WriteWindow(
            IStoreTables tables, (int Kind, int A, int B, int C) operation, string scenario, string session)
        {
            var (_, a, b, c) = operation;
            tables.Totals.Add($"t{a}", c);
            if (b == 5)
                return tables.Aggregates.RemoveExpired(scenario, Noon.AddMinutes(c * 10), a + c);
            var added = Contribution(c, a);
            tables.Aggregates.Apply(new WindowChange(Row(Window(session, $"w{a % 2}", scenario), c * 10))
            {
                IsCleared = b == 0,
                Left = b == 1 ? Noon.AddMinutes(a) : null,
                // One of the same place would be refused: this makes room for it.
                Outdone = added,
                Added = added,
            });
            return tables.AcceptedIds.RemoveBefore(Noon.AddMinutes(b), a);
        }

        private static string? Done(Action write)
        {
            write();
            return null;
        }

        private static string Describe(IStoreTables tables)
        {
            var all = new List<object?>
            {
                tables.CountPending(), tables.Inbox.ReadWaiting(2, 20), tables.Instances.CountByState(),
                tables.Timers.ReadDue(Noon.AddMinutes(5), 7), tables.Timers.FindNextDue(), tables.Scheduled.FindNextDue(),
                tables.Scheduled.ReadDue(Noon.AddMinutes(5), 7), tables.Totals.Read(),
                tables.Outbox.ListConnections().Order(StringComparer.Ordinal), tables.Instances.ListDeferring(3).Order(),
            };
            foreach (var scenario in (string[])[Scenario, "Other"])
            {
                all.Add(tables.Instances.List(new(scenario, null, null), "s0", 2));
                all.Add(tables.Instances.List(new(scenario, "S1", null), "", 2));
                for (var a = 0; a < 3; a++)
                {
                    all.AddRange(
                    [
                        tables.Inbox.ReadWaiting(scenario, $"s{a}"), tables.Inbox.HasDeferred(scenario, $"s{a}", "E2"),
                        tables.Outbox.Read($"c{a}", 3, 5), tables.Scheduled.Read($"s{a}", 5),
                        tables.History.Read($"s{a}", scenario, 0, 5).Select(static row => row with { Id = 0 }),
                        tables.Aggregates.Read(scenario, $"s{a}"), Contributions(tables.Aggregates, scenario, $"s{a}"),
                    ]);
                }
            }

            return RowText.Of(all);
        }

        private static List<object?> Contributions(IAggregateTable aggregates, string scenario, string session)
        {
            var all = new List<object?>();
            foreach (var key in (WindowKey[])[Window(session, "w0", scenario), Window(session, "w1", scenario)])
            {
                aggregates.ReadUpTo(key, Noon.AddMinutes(1), row => all.Add(row));
                all.Add(aggregates.FindAfter(key, Noon));
                aggregates.ReadBack(key, row =>
                {
                    all.Add(row);
                    return row.Sequence > 4;
                });
            }

            return all;
        }
    }
}
