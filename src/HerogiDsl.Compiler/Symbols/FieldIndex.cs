using System.Runtime.CompilerServices;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>Fields by their names.</summary>
internal static class FieldIndex
{
    // The fields of a type are one list for as long as the type is there.
    private static readonly ConditionalWeakTable<IReadOnlyList<FieldSymbol>, NamedList<FieldSymbol>> Known = new();

    public static FieldSymbol? Find(this IReadOnlyList<FieldSymbol> fields, string name) =>
        Known.GetValue(fields, unread => new NamedList<FieldSymbol>(unread, field => field.Name)).Find(name);
}
