using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG2007: a record that contains itself without a list, a map or `?` between.</summary>
internal sealed class RecordCycles(BinderEnvironment environment)
{
    private readonly HashSet<NamedTypeSymbol> _told = [];

    public void Check()
    {
        var search = new RoundSearch<NamedTypeSymbol, NamedTypeSymbol>(
            type => type, type => FieldsOf(type).Select(field => field.Type).OfType<NamedTypeSymbol>(), Tell);
        foreach (var type in environment.Table.TypesInOrder)
            search.Visit(type);
    }

    // Each circle is told once, at its first record.
    private void Tell(IReadOnlyList<NamedTypeSymbol> circle, NamedTypeSymbol type)
    {
        if (!circle.Any(_told.Contains))
        {
            environment.Diagnostics.Report(TypeDiagnostics.ContainsItself(
                type.NameLocation, type.Name, string.Join(" -> ", circle.Select(each => each.Name).Concat([type.Name]))));
        }

        _told.UnionWith(circle);
    }

    private static IReadOnlyList<FieldSymbol> FieldsOf(NamedTypeSymbol type) => type switch
    {
        RecordSymbol record => record.Fields,
        EventSymbol @event => @event.Fields,
        _ => [],
    };
}
