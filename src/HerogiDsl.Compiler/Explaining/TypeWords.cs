using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Types in plain words.</summary>
internal static class TypeWords
{
    public static string Of(TypeSymbol type) => type switch
    {
        NullableType nullable => Of(nullable.Inner) + ", or nothing",
        ListType list => "a list of " + Many(list.Element),
        MapType map => "a table of " + Many(map.Element),
        EnumSymbol @enum => "one of " + Wording.List(@enum.Values, "or"),
        EventSymbol @event => "all that came with " + @event.Name,
        RecordSymbol record => "a record of " + Fields(record.Fields),
        _ => type.Name switch
        {
            "string" => "a text",
            "int" => "a whole number",
            "decimal" => "a number",
            "bool" => "yes or no",
            "datetime" => "a moment",
            "date" => "a date",
            "duration" => "a length of time",
            _ => "data of any shape",
        },
    };

    public static string Fields(IEnumerable<FieldSymbol> fields) =>
        Wording.List(fields.Select(field => Wording.OfName(field.Name)));

    private static string Many(TypeSymbol type) => type switch
    {
        RecordSymbol record => "records of " + Fields(record.Fields),
        NamedTypeSymbol named => named.Name,
        _ => type.Underlying.Name switch
        {
            "string" => "texts",
            "int" or "decimal" => "numbers",
            "datetime" => "moments",
            "date" => "dates",
            "duration" => "lengths of time",
            _ => "data of any shape",
        },
    };
}
