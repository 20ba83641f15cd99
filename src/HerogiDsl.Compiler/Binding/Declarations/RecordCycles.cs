using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG2007: a record that contains itself without a list, a map or `?` between.</summary>
internal sealed class RecordCycles(BinderEnvironment environment)
{
    private readonly HashSet<NamedTypeSymbol> _done = [];
    private readonly List<NamedTypeSymbol> _path = [];

    public void Check()
    {
        foreach (var type in environment.Table.TypesInOrder)
            Visit(type);
    }

    private void Visit(NamedTypeSymbol type)
    {
        var index = _path.IndexOf(type);
        if (index >= 0)
        {
            // Each circle is told once, at its first record.
            var circle = _path.Skip(index).ToArray();
            if (circle.All(member => !_done.Contains(member)))
            {
                environment.Diagnostics.Report(TypeDiagnostics.ContainsItself(
                    type.NameLocation, type.Name, string.Join(" -> ", circle.Select(each => each.Name).Concat([type.Name]))));
            }

            foreach (var member in circle)
                _done.Add(member);
            return;
        }

        if (_done.Contains(type))
            return;
        _path.Add(type);
        foreach (var field in FieldsOf(type))
        {
            if (field.Type is NamedTypeSymbol inner)
                Visit(inner);
        }

        _path.RemoveAt(_path.Count - 1);
        _done.Add(type);
    }

    private static IReadOnlyList<FieldSymbol> FieldsOf(NamedTypeSymbol type) => type switch
    {
        RecordSymbol record => record.Fields,
        EventSymbol @event => @event.Fields,
        _ => [],
    };
}
