using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>A hash of what stored states depend on: the states, the data certain in each, and the shapes of their types.</summary>
internal static class FingerprintBuilder
{
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

    /// <summary>What tells a `migrate` from what it was before: where it leads, and what it sets.</summary>
    public static string IdOf(BoundMigration migration, BoundScenario scenario) =>
        Hash(SourceLines.OneLine(scenario.Symbol.Origin.Text, migration.Syntax.Span)).Substring(0, 8);

    // What this build writes has been through these: an instance goes through each once.
    private static string Migrations(BoundScenario scenario)
    {
        var ids = scenario.Migrations.Select(migration => IdOf(migration, scenario)).OrderBy(id => id, StringComparer.Ordinal);
        return scenario.Migrations.Length == 0 ? "" : ":" + string.Join(",", ids);
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

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(hash.Take(8).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
