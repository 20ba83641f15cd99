using System.Text;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Client;

/// <summary>Reads for people what the store holds.</summary>
internal sealed class HerogiMonitor(EngineParts parts, TimeProvider time) : IHerogiMonitor
{
    public Task<HerogiOverview> GetOverviewAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(
            static tables =>
            {
                var totals = tables.Totals.Read();
                var pending = tables.CountPending();
                return new HerogiOverview(
                    [.. tables.Instances.CountByState().Select(row => new StateCount(
                        row.Scenario, NameOf(row.State), (InstanceCondition)row.Status, row.Count))],
                    [.. ReadEnds(totals)],
                    new PendingWork(
                        pending.Events, pending.Deferred, pending.Calls, pending.Mails, pending.Timers, pending.Scheduled)
                    {
                        Actions = pending.Actions,
                    },
                    new HerogiTotals(
                        Find(totals, Totals.Calls),
                        Find(totals, Totals.Retries),
                        Find(totals, Totals.Unknown),
                        Find(totals, Totals.Failed),
                        Find(totals, Totals.Mails)));
            },
            cancellationToken);

    public Task<IReadOnlyList<InstanceInfo>> ListInstancesAsync(
        string scenario, string? state = null, string? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        ListInstancesAsync(new InstanceFilter(scenario) { State = state }, after, limit, cancellationToken);

    public Task<IReadOnlyList<InstanceInfo>> ListInstancesAsync(
        InstanceFilter filter, string? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<InstanceInfo>>(
            tables =>
            [
                .. tables.Instances.List(Ask(filter), after ?? "", limit).Select(row =>
                    new InstanceInfo(
                        row.Scenario, row.SessionId, NameOf(row.State), row.EnteredAt, (InstanceCondition)row.Status,
                        row.Reason, row.Position, row.Deferred, Encoding.UTF8.GetString(row.Data.Span))),
            ],
            cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(
        string sessionId, string? scenario = null, long after = 0, int limit = 1000, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<HistoryEntry>>(
            tables => [.. tables.History.Read(sessionId, scenario, after, limit).Select(Show)],
            cancellationToken);

    public Task<IReadOnlyList<ScheduledInfo>> GetScheduledAsync(
        string sessionId, int limit = 1000, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<ScheduledInfo>>(
            tables =>
            [
                .. tables.Scheduled.Read(sessionId, limit).Select(row => new ScheduledInfo(
                    row.Scenario, row.SessionId, row.Event, row.DueAt, row.To, Encoding.UTF8.GetString(row.Payload.Span))),
            ],
            cancellationToken);

    public async Task<bool> RetryAsync(string sessionId, string scenario, CancellationToken cancellationToken = default)
    {
        if (!parts.Catalog.Scenarios.TryGetValue(scenario, out var found))
            throw new ArgumentException($"there is no scenario '{scenario}': the names are those of the .herogi files", nameof(scenario));
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var work = new RetryWork(found, sessionId, parts, time.ReadNow());
        await parts.Commits.RunAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        return work.WasFaulted;
    }

    private async Task<T> ReadAsync<T>(Func<IStoreTables, T> read, CancellationToken cancellationToken)
    {
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        return await parts.Tasks.Run(() => parts.Store.Read(read), cancellationToken).ConfigureAwait(parts.Tasks.Stays);
    }

    private static IEnumerable<EndCount> ReadEnds(IReadOnlyList<KeyValuePair<string, long>> totals)
    {
        foreach (var (name, count) in totals)
        {
            if (Totals.TryReadEnded(name) is { } end)
                yield return new EndCount(end.Scenario, end.End, count);
        }
    }

    private static long Find(IReadOnlyList<KeyValuePair<string, long>> totals, string name) =>
        totals.FirstOrDefault(total => total.Key == name).Value;

    private static InstanceQuery Ask(InstanceFilter filter) => new(
        filter.Scenario, filter.State == "start" ? "" : filter.State, (InstanceStatus?)filter.Condition);

    private static string NameOf(string state) => state.Length == 0 ? "start" : state;

    private static HistoryEntry Show(HistoryRow row) => new()
    {
        Id = row.Id,
        At = row.At,
        Scenario = row.Scenario,
        SessionId = row.SessionId,
        Event = row.Event,
        Outcome = row.Outcome,
        From = row.From,
        Transition = row.Transition,
        To = row.To,
        SetsJson = Show(row.Sets),
        AskedJson = Show(row.Asked),
        LogsJson = Show(row.Logs),
        Reason = row.Reason,
        Position = row.Position,
    };

    private static string? Show(ReadOnlyMemory<byte>? json) => json is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
}
