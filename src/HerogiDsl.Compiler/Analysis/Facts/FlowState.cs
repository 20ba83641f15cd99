using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Analysis.Facts;

/// <summary>What is known at one point of a step.</summary>
/// <param name="Assigned">The session data that have a value.</param>
/// <param name="Proven">The paths (`event.body`, `session.website`) that are proved not null.</param>
/// <param name="IsOver">Whether no step gets here: a `fail` stands before.</param>
internal sealed record FlowState(
    ImmutableHashSet<SessionSymbol> Assigned, ImmutableHashSet<string> Proven, bool IsOver = false)
{
    public FlowState Assign(SessionSymbol datum) =>
        Assigned.Contains(datum) ? this : this with { Assigned = Assigned.Add(datum) };

    public FlowState Prove(IEnumerable<string> paths) => this with { Proven = Proven.Union(paths) };

    /// <summary>Whether a path is proved, or what would prove it could not be read.</summary>
    public bool IsProven(string path) => Proven.Contains(path) || Proven.Contains(BoundError.Anything)
        || (Proven.Contains(BoundError.AnythingOfEvent) && IsWithin(path, "event"));

    /// <summary>Forgets a path, and what was known of its members.</summary>
    public FlowState Forget(string path) =>
        this with { Proven = Proven.Except(Proven.Where(known => IsWithin(known, path))) };

    /// <summary>Only what goes on when the step is over: `event` and parameters are gone.</summary>
    public FlowState OfSession() =>
        this with { Proven = Proven.Except(Proven.Where(known => known != BoundError.Anything && !IsWithin(known, "session"))) };

    /// <summary>What holds on both ways.</summary>
    public static FlowState Meet(FlowState? left, FlowState right)
    {
        if (left is null || left.IsOver)
            return right;
        return right.IsOver
            ? left
            : new FlowState(
                left.Assigned.Intersect(right.Assigned),
                left.Proven.Union(right.Proven).Except(left.Unproven(right)).Except(right.Unproven(left)));
    }

    /// <summary>
    /// Behind an `if` both of whose ways come out: what a condition that was told to be wrong was to prove, it proved on
    /// one of them only.
    /// </summary>
    public FlowState Behind(FlowState before) => this with
    {
        Proven = Proven.Except(Proven.Where(known => known is BoundError.Anything or BoundError.AnythingOfEvent)
            .Except(before.Proven)),
    };

    private IEnumerable<string> Unproven(FlowState other) => other.Proven.Where(known => !IsProven(known));

    public bool SameAs(FlowState? other) => other is not null && IsOver == other.IsOver
        && Assigned.SetEquals(other.Assigned) && Proven.SetEquals(other.Proven);

    private static bool IsWithin(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal)
        && (path.Length == root.Length || path[root.Length] is '.' or '[');
}
