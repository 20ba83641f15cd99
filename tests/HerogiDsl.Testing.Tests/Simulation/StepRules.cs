using System.Text.Json;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>What must hold of all that one transaction does to an instance.</summary>
internal static class StepRules
{
    /// <summary>How many timers a state of `orders.herogi` has; none where it is not named.</summary>
    private static readonly Dictionary<string, int> TimersOf = new(StringComparer.Ordinal)
    {
        ["Open"] = 2, ["Posting"] = 1, ["Fetching"] = 1, ["Judging"] = 1, ["Mailing"] = 1, ["Holding"] = 1, ["Waiting"] = 1,
    };

    private static readonly string[] Outgoing = ["http ", "email ", "run "];
    private static readonly string[] Ends = ["moved", "stayed", "ended", "ignored", "stale", "skipped"];

    /// <summary>Takes the step into the instance's picture; tells what is wrong with it, null for nothing.</summary>
    public static string? FindProblem(LedgerStep step)
    {
        string? problem = null;
        // A deferred event counts when it comes, one that is dropped by hand does not.
        if (step.Done is { Event: "Bump" } bump && !step.IsSkipped)
            step.Instance.Bumps.Add(bump.Sequence);
        foreach (var row in step.History)
            problem ??= Follow(step.Instance, row);
        return problem ?? FindInPut(step) ?? FindInRows(step) ?? FindInAsked(step) ?? FindInInstance(step)
            ?? FindInTimers(step);
    }

    private static string? Follow(InstanceLedger instance, HistoryRow row)
    {
        instance.Steps++;
        if (row.Outcome == "failed")
            return null;
        if (row.From != instance.State)
            return $"the history goes on from '{row.From}', and was in '{instance.State}'";
        if (row.Outcome is "faulted" or "retried" or "skipped" or "put")
            instance.IsFaulted = row.Outcome == "faulted";
        if (row is { Outcome: "moved", From: null })
            instance.Count = 0;
        if (row.Outcome is "moved" or "put")
            instance.State = row.To;
        if (row is { Outcome: "put", Sets: { } data })
            instance.Count = CountIn(data);
        if (row.Outcome == "put")
            return null;
        if (row.Outcome == "ended")
            instance.State = instance.Scenario == "Notes" ? row.To : null;
        return row.Sets is { } sets ? FindInSets(instance, sets) : null;
    }

    /// <summary>The count that a session is put into a state with.</summary>
    public static long CountIn(ReadOnlyMemory<byte> sets)
    {
        using var document = JsonDocument.Parse(sets);
        var items = document.RootElement.EnumerateArray().ToList();
        return items[items.FindIndex(item => item.ValueKind == JsonValueKind.String && item.GetString() == "count") + 1].GetInt64();
    }

    // As if a transition had led there: a visit of its own, its timers, and what was deferred is judged again.
    private static string? FindInPut(LedgerStep step)
    {
        if (step.Seat == 0)
            return null;
        var instance = step.Instance;
        return !step.History.Exists(row => row.Outcome == "put") ? "a place is taken, and the session is not put anywhere"
            : step.Saved is not { Status: InstanceStatus.Active } saved || saved.Visit != step.Seat ? "a session is put, and not saved"
            : instance.Deferred.Count > 0 ? "a session is put elsewhere, and what it has deferred is not judged again"
            : instance.Waiting.Values.Any(row => row.Kind is InboxKind.Failure or InboxKind.Timer)
                ? "what the visit has left that was ended by hand still waits"
            : null;
    }

    private static string? FindInSets(InstanceLedger instance, ReadOnlyMemory<byte> sets)
    {
        using var document = JsonDocument.Parse(sets);
        var items = document.RootElement.EnumerateArray().ToList();
        for (var index = 0; index + 1 < items.Count; index += 2)
        {
            var (name, value) = (items[index].GetString(), items[index + 1].GetInt64());
            if (name == "count" && value != ++instance.Count)
                return $"'count' is set to {value}, and {instance.Count} is right: a step is lost or done twice";
            if (name == "told" && value != instance.Bumps.Count)
                return $"the aggregate has counted {value}, and {instance.Bumps.Count} is right";
        }

        return null;
    }

    // Each judged row leaves one line in the history, and no line is there without one.
    private static string? FindInRows(LedgerStep step)
    {
        var ended = step.History.Count(row => Ends.Contains(row.Outcome));
        // A call without an answer that has failed is told beside the steps.
        var told = ended + step.History.Count(
            row => row.Outcome == "deferred" || (row.Outcome == "failed" && step.Done?.Kind == InboxKind.Failure));
        return step.Done switch
        {
            null when ended > 0 => "a step is told without an event that was judged",
            null => null,
            { Kind: InboxKind.Timer } timer when told == 0 =>
                timer.Visit == step.VisitBefore && step.Instance.State is not null ? "a timer of this visit is dropped" : null,
            { WasDeferred: true } when step.WasDeferred => told == 0 ? null : "an event is told to be deferred for the second time",
            { } row when step.WasDeferred => told == 1 ? null : $"'{row.Event}' is deferred, and the history says {told} times",
            { } row => told >= 1 && ended <= 1 ? null : $"'{row.Event}' is judged, and the history tells it {ended} times",
        };
    }

    private static string? FindInAsked(LedgerStep step)
    {
        if (step.IsRetried)
            return null;
        var asked = step.History.SelectMany(row => Texts(row.Asked)).ToList();
        var calls = asked.Count(text => Outgoing.Any(start => text.StartsWith(start, StringComparison.Ordinal)));
        var notes = asked.Count(text => text.StartsWith("send ", StringComparison.Ordinal));
        var scheduled = asked.Count(text => text.StartsWith("schedule ", StringComparison.Ordinal));
        return calls != step.Calls ? $"{calls} calls are asked for, and {step.Calls} are in the outbox"
            : notes != step.Notes ? $"{notes} events are sent, and {step.Notes} arrive"
            : scheduled != step.Scheduled ? $"{scheduled} events are scheduled, and {step.Scheduled} are there"
            : null;
    }

    private static string? FindInInstance(LedgerStep step)
    {
        var instance = step.Instance;
        if (step.IsRemoved && instance.State is not null)
            return $"the instance is removed, and is in '{instance.State}'";
        if (step.Saved is { } saved && (saved.State.Length == 0 ? null : saved.State) != instance.State)
            return $"the instance is saved in '{saved.State}', and the history leads to '{instance.State}'";
        if (step.History.Exists(row => row.Outcome is "moved" or "ended" or "put") && step.Saved is null && !step.IsRemoved)
            return "the session moves, and its instance does not";
        if (step.HasDroppedDeferred && !step.History.Exists(row => row.Outcome == "ended"))
            return "deferred events are dropped, and nothing has ended";
        return null;
    }

    private static string? FindInTimers(LedgerStep step)
    {
        var instance = step.Instance;
        if (step.History.Exists(row => row.Outcome is "moved" or "put")
            && step.Timers != TimersOf.GetValueOrDefault(instance.State ?? ""))
            return $"'{instance.State}' is entered with {step.Timers} timers";
        // One of a calendar goes on when it has been judged.
        if (step.Done is { Kind: InboxKind.Timer, Payload.Span: [(byte)'{', ..] } judged && judged.Visit == instance.Visit
            && instance.State is not null && step.Timers != 1)
            return "a timer that comes again does not go on";
        return instance.Timers.Values.FirstOrDefault(timer => timer.Visit != instance.Visit || instance.State is null) is { } left
            ? $"the timer {left} is left over from a visit that has ended"
            : null;
    }

    private static IEnumerable<string> Texts(ReadOnlyMemory<byte>? json)
    {
        if (json is not { } bytes)
            return [];
        using var document = JsonDocument.Parse(bytes);
        return [.. document.RootElement.EnumerateArray().Select(text => text.GetString() ?? "")];
    }
}
