namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>Which `migrate` follows which.</summary>
internal static class MigrationChains
{
    /// <summary>The `migrate`s that a session goes through, the first included, until it is in a state of this build.</summary>
    public static IEnumerable<BoundMigration> From(BoundMigration first, BoundScenario scenario)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        for (BoundMigration? current = first; current is not null && done.Add(current.From);)
        {
            yield return current;
            var target = current.Syntax.To.Text;
            // `migrate A -> A` mends what an earlier build has left; what comes now is no such thing.
            current = target == current.From
                ? null
                : scenario.Migrations.FirstOrDefault(next => next.From == target && next.Syntax.To.Text != target);
        }
    }
}
