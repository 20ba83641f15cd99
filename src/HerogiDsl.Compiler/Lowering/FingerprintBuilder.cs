using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>A hash of what stored states depend on: the states, the data certain in each, and the shapes of their types.</summary>
internal static class FingerprintBuilder
{
    private static readonly Lazy<Regex> Numbers = new(
        static () => new(@"_\d+\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    public static string Build(ScenarioPlan plan)
    {
        var facts = new StringBuilder();
        var types = new Queue<NamedTypeSymbol>();
        var known = new HashSet<NamedTypeSymbol>();
        foreach (var state in plan.Scenario.States.OrderBy(state => state.Symbol.Name, StringComparer.Ordinal))
        {
            facts.Append("state ").Append(state.Symbol.Name).Append(' ').Append(state.Symbol.Kind).Append('\n');
            foreach (var datum in plan.AtRest(state.Symbol))
            {
                var type = DataLowerer.TypeOf(datum);
                facts.Append("  ").Append(datum.Symbol.Name).Append(": ").Append(type.Name).Append('\n');
                Collect(type, types, known);
            }
        }

        while (types.Count > 0)
            AddShape(types.Dequeue(), facts, types, known);
        return Hash(facts.ToString()) + Migrations(plan.Scenario);
    }

    /// <summary>What tells a `migrate` from another one of the same state, before and after it.</summary>
    /// <remarks>
    /// Its text, until the lock remembers the form of the state that it speaks of: from then on it is about that form alone,
    /// and may be edited.
    /// </remarks>
    public static string IdOf(BoundMigration migration, BoundScenario scenario) =>
        migration.Locked is { Form: { IsRetired: true } form } ? IdOf(form) : IdOfText(migration, scenario);

    // What this build writes has been through these: an instance goes through each once.
    private static string Migrations(BoundScenario scenario)
    {
        var ids = scenario.Migrations.Select(migration => IdOfText(migration, scenario))
            .Concat(scenario.Migrations.Select(migration => migration.Locked).OfType<LockedSession>().Select(kept => IdOf(kept.Form)))
            .Distinct()
            .OrderBy(id => id, StringComparer.Ordinal);
        return scenario.Migrations.Length == 0 ? "" : ":" + string.Join(",", ids);
    }

    private static string IdOfText(BoundMigration migration, BoundScenario scenario) =>
        Hash(SourceLines.OneLine(scenario.Symbol.Origin.Text, migration.Syntax.Span)).Substring(0, 8);

    // A type that the lock remembers beside its successor has a number behind its name.
    private static string IdOf(LockedState form)
    {
        var data = form.Data.Select(datum => datum.Name + ": " + Numbers.Value.Replace(datum.Type.Text, ""))
            .OrderBy(datum => datum, StringComparer.Ordinal);
        return Hash(form.Name + "\n" + string.Join("\n", data)).Substring(0, 8);
    }

    private static void AddShape(
        NamedTypeSymbol type, StringBuilder facts, Queue<NamedTypeSymbol> types, HashSet<NamedTypeSymbol> known)
    {
        facts.Append("type ").Append(type.FullName).Append('\n');
        var fields = type switch
        {
            RecordSymbol record => record.Fields,
            EventSymbol @event => @event.Fields,
            _ => [],
        };
        foreach (var field in fields)
        {
            facts.Append("  ").Append(field.JsonName).Append(": ").Append(field.Type.Name).Append('\n');
            Collect(field.Type, types, known);
        }

        if (type is EnumSymbol @enum)
            facts.Append("  ").Append(string.Join(",", @enum.Values)).Append('\n');
    }

    private static void Collect(TypeSymbol type, Queue<NamedTypeSymbol> types, HashSet<NamedTypeSymbol> known)
    {
        switch (type)
        {
            case NullableType nullable:
                Collect(nullable.Inner, types, known);
                break;
            case ListType list:
                Collect(list.Element, types, known);
                break;
            case MapType map:
                Collect(map.Element, types, known);
                break;
            case NamedTypeSymbol named when known.Add(named):
                types.Enqueue(named);
                break;
        }
    }

    private static string Hash(string facts)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(facts));
        var text = new StringBuilder(16);
        for (var i = 0; i < 8; i++)
            text.Append(hash[i].ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
