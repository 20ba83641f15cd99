using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>One block of a chain of `migrate`s.</summary>
/// <param name="Entry">What is known when it begins.</param>
/// <param name="Path">The locked states up to here.</param>
internal sealed record MigrationStep(BoundMigration Migration, FlowState Entry, string Path);

/// <summary>Sessions of one locked state, where they are migrated to.</summary>
/// <param name="Steps">The `migrate`s, in order.</param>
/// <param name="Out">What is known of them there.</param>
internal sealed record MigrationChain(ImmutableArray<MigrationStep> Steps, StateSymbol Target, FlowState Out)
{
    public BoundMigration First => Steps[0].Migration;

    public string Path => Steps[Steps.Length - 1].Path;
}

/// <summary>The ways by which sessions of an earlier build come into a scenario: from locked states, along chains.</summary>
internal sealed class MigrationFlow
{
    private readonly BoundScenario _scenario;
    private readonly StepFlow _steps;

    public MigrationFlow(BoundScenario scenario)
    {
        _scenario = scenario;
        _steps = new StepFlow(scenario.Symbol.Origin.Text, null);
        Chains = [.. scenario.Migrations.Where(first => first.Locked is not null).Select(Follow).OfType<MigrationChain>()];
    }

    public ImmutableArray<MigrationChain> Chains { get; }

    public IEnumerable<MigrationStep> Steps => Chains.SelectMany(chain => chain.Steps);

    /// <summary>What is known of all sessions that are migrated to a state; null where none is.</summary>
    public FlowState? ArrivingIn(StateSymbol state) => Chains
        .Where(chain => chain.Target == state)
        .Select(chain => chain.Out)
        .Concat(_scenario.Kept.TryGetValue(state, out var kept) ? [Stayed(kept)] : [])
        .Aggregate((FlowState?)null, FlowState.Meet);

    /// <summary>A way to a state on which a datum is not set; null where there is none.</summary>
    public string? PathWithout(StateSymbol state, SessionSymbol datum) => Chains
        .FirstOrDefault(chain => chain.Target == state && !chain.Out.Assigned.Contains(datum))?.Path;

    // Sessions that are where they were.
    private FlowState Stayed(LockedSession locked) => Translate(EntryOf(locked), null);

    private MigrationChain? Follow(BoundMigration first)
    {
        if (first.Locked is null)
            return null;
        var state = EntryOf(first.Locked);
        var steps = ImmutableArray.CreateBuilder<MigrationStep>();
        var path = "";
        foreach (var migration in MigrationChains.From(first, _scenario))
        {
            state = steps.Count == 0 ? state : Translate(state, migration.Locked);
            path = path.Length == 0 ? migration.From : $"{path} -> {migration.From}";
            steps.Add(new MigrationStep(migration, state, path));
            state = _steps.Migrate(migration, state);
        }

        return steps[steps.Count - 1].Migration.To is { } target
            ? new MigrationChain(steps.ToImmutable(), target, Translate(state, null))
            : null;
    }

    private FlowState EntryOf(LockedSession locked)
    {
        var added = _scenario.Symbol.Session
            .Where(datum => datum.HasInitialValue && !locked.Data.ContainsKey(datum.Name))
            .ToArray();
        var initial = ScenarioFlow.Initial(_scenario.Symbol).Proven.Intersect(added.Select(PathOf));
        var kept = locked.Form.Data.Where(datum => !datum.Type.IsNullable).Select(datum => "session." + datum.Name);
        return new FlowState([.. locked.Data.Values, .. added], initial.Union(kept));
    }

    // What stays under its name is there, under whatever type it is seen next.
    private FlowState Translate(FlowState state, LockedSession? next)
    {
        var there = new HashSet<string>(state.Assigned.Select(datum => datum.Name), StringComparer.Ordinal);
        var seen = _scenario.Symbol.Session.Where(datum => next?.Data.ContainsKey(datum.Name) != true)
            .Concat(next?.Data.Values ?? []);
        return new FlowState([.. seen.Where(datum => there.Contains(datum.Name) || IsInitial(datum, next))], state.Proven);
    }

    private static bool IsInitial(SessionSymbol datum, LockedSession? next) =>
        datum.HasInitialValue && next?.Data.ContainsKey(datum.Name) != true;

    private static string PathOf(SessionSymbol datum) => "session." + datum.Name;
}
