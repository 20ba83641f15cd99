using System.Text.Json;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>What becomes of an instance that an earlier build has left.</summary>
/// <param name="To">The state, or the end, that it is in from now on.</param>
/// <param name="State">The state; null for an end.</param>
/// <param name="Data">Its session data.</param>
/// <param name="Sets">What was set, as the history tells it; null for nothing.</param>
/// <param name="Timers">The timers of the state, where it is another one than before.</param>
internal sealed record InstanceMigration(
    string To, IState? State, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte>? Sets, IReadOnlyList<StartedTimer> Timers)
{
    public bool IsEnd => State is null;
}

/// <summary>Leads an instance through the `migrate`s that it has not been through, without writing anything.</summary>
internal sealed class InstanceMigrator(ITemplateRenderer renderer, ApplicationSettings settings, TimeProvider time)
{
    /// <summary>What becomes of it; null where it is as this build has left it.</summary>
    /// <exception cref="IncompatibleStateException">A block cannot be run, or leads to what cannot be read.</exception>
    public InstanceMigration? Migrate(IScenario scenario, InstanceRow row)
    {
        if (row.Fingerprint == scenario.Fingerprint)
            return null;
        var data = JsonBytes.Read(row.Data);
        var sets = new List<JsonElement>();
        var to = row.State;
        var migrations = Follow(scenario, FindFirst(scenario, row)).ToArray();
        foreach (var migration in migrations.Append(new Migration("", row.State, "", scenario.AddDefaults)))
        {
            var set = Apply(scenario, row, migration, data);
            data = set.Count == 0 ? data : JsonBytes.Read(MigratedData.With(data, set));
            sets.AddRange(set);
            to = migration.Id.Length == 0 ? to : migration.To;
        }

        if (migrations.Length == 0 && sets.Count == 0)
            return null;
        var told = sets.Count == 0 ? (ReadOnlyMemory<byte>?)null : MigratedData.ToArray(sets);
        if (KindOf(scenario, to) == GraphStateKind.End)
            return new InstanceMigration(to, null, "{}"u8.ToArray(), told, []);
        var state = scenario.ReadState(to, data);
        return new InstanceMigration(
            to, state, JsonBytes.Write(state, static (state, writer) => state.WriteJson(writer)), told,
            to == row.State ? [] : StartTimers(scenario, row, state));
    }

    // The fingerprint names what its build had been through: a1b2c3d4e5f60718:0a1b2c3d,4e5f6071
    private static Migration? FindFirst(IScenario scenario, InstanceRow row)
    {
        var first = scenario.Migrations.FirstOrDefault(migration => migration.From == row.State);
        if (first is null || KindOf(scenario, row.State) is null)
            return first;
        var done = row.Fingerprint.Split(':', ',').Skip(1);
        return done.Contains(first.Id, StringComparer.Ordinal) ? null : first;
    }

    private static IEnumerable<Migration> Follow(IScenario scenario, Migration? first)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        for (var current = first; current is not null && done.Add(current.From);)
        {
            yield return current;
            var to = current.To;
            current = to == current.From
                ? null
                : scenario.Migrations.FirstOrDefault(next => next.From == to && next.To != to);
        }
    }

    private static GraphStateKind? KindOf(IScenario scenario, string state) =>
        scenario.Graph.States.FirstOrDefault(candidate => candidate.Name == state)?.Kind;

    private IReadOnlyList<JsonElement> Apply(IScenario scenario, InstanceRow row, Migration migration, JsonElement data)
    {
        using var context = new StepContext(Inputs(scenario, row, migration.From));
        Guard(() => migration.Apply(data, context), migration, context);
        return context.TakeSets() is { } sets ? [.. JsonBytes.Read(sets).EnumerateArray()] : [];
    }

    /// <summary>The timers of a state that an instance comes to without a transition.</summary>
    /// <exception cref="IncompatibleStateException">A delay cannot be computed.</exception>
    public IReadOnlyList<StartedTimer> StartTimers(IScenario scenario, InstanceRow row, IState state)
    {
        using var context = new StepContext(Inputs(scenario, row, state.StateName));
        Guard(
            () => scenario.StartTimers(state, context), new Migration("timers", row.State, state.StateName, static (_, _) => { }), context);
        return [.. context.Timers];
    }

    private StepInputs Inputs(IScenario scenario, InstanceRow row, string state)
    {
        var now = time.ReadNow();
        return new StepInputs(
            scenario.Name, row.SessionId, state, row.EnteredAt, now, now, null, settings.FindConfig, renderer);
    }

    private static void Guard(Action run, Migration migration, StepContext context)
    {
        try
        {
            run();
        }
        catch (Exception exception) when (StepRunner.IsFault(exception))
        {
            var position = (exception as ScenarioFaultException)?.Position ?? context.Position;
            var place = position.File is null ? "" : $" ({position})";
            var what = migration.Id.Length == 0
                ? $"what state '{migration.From}' lacks cannot be computed"
                : $"'migrate {migration.From} -> {migration.To}' cannot be done";
            throw new IncompatibleStateException($"{what}: {Faults.Describe(exception)}{place}", exception);
        }
    }
}
