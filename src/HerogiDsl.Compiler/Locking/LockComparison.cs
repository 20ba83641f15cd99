using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Locking;

/// <summary>One change, in words.</summary>
/// <param name="Subject">The scenario, record, event or enum that it is about.</param>
/// <param name="IsDangerous">Whether sessions in flight do not survive it.</param>
/// <param name="Way">What to write; null where nothing is to be done.</param>
internal sealed record LockChange(string Subject, bool IsDangerous, string Text, string? Way = null);

/// <summary>What becomes of sessions in flight when one lock follows another.</summary>
internal sealed class LockComparison(LockFile old, LockFile now)
{
    public ImmutableArray<LockChange> Changes() =>
    [
        .. old.Scenarios.OrderBy(scenario => scenario.Name, StringComparer.Ordinal).SelectMany(CompareScenario),
        .. now.Scenarios.Where(scenario => old.FindScenario(scenario.Name) is null)
            .Select(scenario => Safe(Of(scenario), "the scenario is new")),
        .. old.Types.OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => TypeComparison.Of(type, now.FindType(type.FullName), now)),
    ];

    private static LockChange Safe(string subject, string text) => new(subject, false, text);

    private static string Of(LockedScenario scenario) => "scenario " + scenario.Name;

    private IEnumerable<LockChange> CompareScenario(LockedScenario before)
    {
        if (now.FindScenario(before.Name) is not { } after)
        {
            return
            [
                new LockChange(
                    Of(before),
                    true,
                    "the scenario is gone, and sessions may be in it",
                    "bring it back until none is, and then run 'herogi lock --forget'"),
            ];
        }

        return CompareOnce(before, after)
            .Concat(before.Current.OrderBy(state => state.Name, StringComparer.Ordinal)
                .SelectMany(state => CompareState(before, after, state)))
            .Concat(after.Current.Where(state => before.Current.All(known => known.Name != state.Name))
                .Select(state => Safe(Of(after), $"state '{state.Name}' is new")));
    }

    private static IEnumerable<LockChange> CompareOnce(LockedScenario before, LockedScenario after)
    {
        if (before.IsOnce == after.IsOnce)
            return [];
        return
        [
            Safe(Of(after), after.IsOnce
                ? "it is run once now: sessions that come to an end from here on never begin again"
                : "it may be run again now: sessions that have come to an end may still be remembered as done"),
        ];
    }

    private static IEnumerable<LockChange> CompareState(LockedScenario before, LockedScenario after, LockedState state)
    {
        var isMigrated = after.States.Any(form => form.IsRetired && form.Name == state.Name);
        if (after.Current.FirstOrDefault(candidate => candidate.Name == state.Name) is not { } same)
        {
            yield return isMigrated
                ? Safe(Of(after), $"state '{state.Name}' is gone; a 'migrate' says where its sessions go on")
                : new LockChange(
                    Of(after), true, $"state '{state.Name}' is gone, and sessions may be in it", $"migrate {state.Name} -> SomeState");
            yield break;
        }

        foreach (var datum in same.Data)
        {
            if (CompareDatum(after, state, datum, isMigrated) is { } change)
                yield return change;
        }

        foreach (var datum in state.Data.Where(datum => same.Find(datum.Name) is null))
        {
            yield return Safe(
                Of(after), $"sessions in '{state.Name}' no longer keep '{datum.Name}'{(isMigrated ? "" : ": it is dropped")}");
        }
    }

    private static LockChange? CompareDatum(LockedScenario after, LockedState before, LockedStateDatum datum, bool isMigrated)
    {
        var declared = after.Session.FirstOrDefault(candidate => candidate.Name == datum.Name);
        var write = $"migrate {before.Name} -> {before.Name} {{ set {datum.Name} = … }}";
        if (before.Find(datum.Name) is not { } known)
        {
            if (declared?.HasDefault == true || datum.Type.IsNullable)
                return Safe(Of(after), $"sessions in '{before.Name}' get '{datum.Name}' with its default, or as null");
            return isMigrated
                ? Safe(Of(after), $"sessions in '{before.Name}' get '{datum.Name}' by a 'migrate'")
                : new LockChange(
                    Of(after), true, $"sessions in '{before.Name}' lack '{datum.Name}', which is certain there now", write);
        }

        if (known.Type.Text == datum.Type.Text)
            return null;
        var change = $"'{datum.Name}' in '{before.Name}' was '{known.Type.Text}' and is '{datum.Type.Text}' now";
        return TypeComparison.IsReadable(known.Type, datum.Type, declared?.HasDefault == true) || isMigrated
            ? Safe(Of(after), change)
            : new LockChange(Of(after), true, change, write);
    }
}
