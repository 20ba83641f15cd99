using System.Text;
using System.Text.Json;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Operations;

/// <summary>What people do to sessions by hand.</summary>
internal sealed class HerogiOperator(EngineParts parts, TimeProvider time, ILogger<HerogiOperator> logger) : IHerogiOperator
{
    private const int PieceSize = 200;

    public async Task<bool> SkipAsync(
        string sessionId, string scenario, OperatorNote? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        var found = FindScenario(scenario);
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var work = new SkipWork(found, new ByHand(sessionId, note, time.ReadNow()), parts);
        await parts.Commits.RunAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        if (work.WasFaulted)
            Log.ByHand(logger, found.Name, sessionId, "what has faulted it was skipped", note?.By);
        return work.WasFaulted;
    }

    public Task MoveAsync(string sessionId, IState state, OperatorNote note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        var scenario = parts.Catalog.Scenarios.Values.FirstOrDefault(one => one.StateType.IsInstanceOfType(state))
            ?? throw new ArgumentException(
                $"'{state.GetType()}' is no state of a scenario that was added: expected one of a scenario's State", nameof(state));
        var data = JsonBytes.Write(state, static (state, writer) => state.WriteJson(writer));
        return MoveAsync(sessionId, (scenario, state.StateName, data), note, cancellationToken);
    }

    public Task MoveAsync(
        string sessionId, MoveTarget target, OperatorNote note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var data = Encoding.UTF8.GetBytes(target.DataJson);
        return MoveAsync(sessionId, (FindScenario(target.Scenario), target.State, data), note, cancellationToken);
    }

    public async Task<bool> EraseAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var rows = await EraseHistoryAsync(sessionId, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var work = new EraseWork(sessionId, parts);
        await parts.Commits.RunAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        rows += work.Erased.Count;
        if (rows > 0)
            Log.Erased(logger, rows);
        return rows > 0;
    }

    // A long history goes in pieces, between the steps of others, and first: what cuts it short leaves a session that can
    // be erased again.
    private async Task<long> EraseHistoryAsync(string sessionId, CancellationToken cancellationToken)
    {
        var (rows, piece) = (0L, PieceSize);
        while (piece == PieceSize)
        {
            await parts.Commits.RunAsync(
                new DelegateWork(tables => piece = tables.History.RemoveOf(sessionId, PieceSize)), cancellationToken)
                .ConfigureAwait(parts.Tasks.Stays);
            rows += piece;
        }

        return rows;
    }

    private async Task MoveAsync(
        string sessionId, (IScenario Scenario, string State, ReadOnlyMemory<byte> Data) target, OperatorNote note,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(note);
        var now = time.ReadNow();
        var entered = Check(sessionId, target, now);
        await parts.Gate.EnterAsync(cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        var work = new MoveWork(target.Scenario, entered, new ByHand(sessionId, note, now), parts);
        await parts.Commits.RunAsync(work, cancellationToken).ConfigureAwait(parts.Tasks.Stays);
        Log.ByHand(logger, target.Scenario.Name, sessionId, $"put into '{target.State}'", note.By);
    }

    private EnteredState Check(
        string sessionId, (IScenario Scenario, string State, ReadOnlyMemory<byte> Data) target, DateTimeOffset now)
    {
        var scenario = target.Scenario;
        if (scenario.Graph.States.FirstOrDefault(state => state.Name == target.State) is { Kind: not GraphStateKind.State })
        {
            throw new ArgumentException(
                $"'{target.State}' of '{scenario.Name}' is no state that a session can be in: name one that is", nameof(target));
        }

        try
        {
            parts.Router.CheckSessionId(sessionId);
            var state = scenario.ReadState(target.State, JsonBytes.Read(target.Data));
            var data = JsonBytes.Write(state, static (state, writer) => state.WriteJson(writer));
            var row = new InstanceRow
            {
                Scenario = scenario.Name,
                SessionId = sessionId,
                State = target.State,
                Data = data,
                Visit = 0,
                EnteredAt = now,
                Fingerprint = scenario.Fingerprint,
            };
            return new EnteredState(state, data, parts.Migrator.StartTimers(scenario, row, state));
        }
        catch (EventProblemException problem)
        {
            throw new ArgumentException(problem.Message, nameof(sessionId), problem);
        }
        catch (Exception exception) when (exception
            is IncompatibleStateException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ArgumentException(
                $"the session cannot be put into '{target.State}' of '{scenario.Name}': {exception.Message}", nameof(target), exception);
        }
    }

    private IScenario FindScenario(string scenario) => parts.Catalog.Scenarios.TryGetValue(scenario, out var found)
        ? found
        : throw new ArgumentException(
            $"there is no scenario '{scenario}': the names are those of the .herogi files", nameof(scenario));
}
