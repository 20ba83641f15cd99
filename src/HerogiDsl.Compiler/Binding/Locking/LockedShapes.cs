using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Binding.Locking;

/// <summary>Whether what was stored under a locked type can be read under one of this build.</summary>
internal sealed class LockedShapes(LockFile file, DeclarationTable table)
{
    private readonly Dictionary<string, NamedTypeSymbol> _now = table.TypesInOrder
        .GroupBy(type => type.FullName, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public LockFile File => file;

    /// <summary>The type of this build that has the name of a locked one; in another namespace, if it is the only one.</summary>
    public NamedTypeSymbol? Find(LockedType locked)
    {
        if (_now.TryGetValue(locked.FullName, out var type))
            return type;
        var alike = table.TypesInOrder.Where(known => known.Name == locked.Name && KindOf(known) == locked.Kind).ToArray();
        return alike.Length == 1 && file.Types.All(other => other == locked || other.FullName != alike[0].FullName)
            ? alike[0]
            : null;
    }

    /// <summary>`int` to `decimal` and T to `T?` are, and whatever has the same shape. A type of the same name is judged
    /// for itself, once.</summary>
    public bool IsReadable(LockedTypeName locked, TypeSymbol now, bool acceptsNull = false) =>
        now.IsError || (IsReadableHere(locked.Underlying, now.Underlying, [])
            && (!locked.IsNullable || now.IsNullable || acceptsNull));

    /// <summary>Whether a type that has kept its name has kept its shape, all that it holds included.</summary>
    public bool HasSameShape(LockedTypeName locked) => locked.Names().All(name =>
        file.FindType(name) is not { } type || (Find(type) is { } now && IsSame(type, now, [])));

    private bool IsSame(LockedType locked, NamedTypeSymbol now, HashSet<string> judged)
    {
        if (!judged.Add(locked.FullName))
            return true;
        if (now is EnumSymbol @enum)
            return locked.Kind == LockedTypeKind.Enum && locked.Values.All(@enum.Values.Contains);
        var fields = FieldsOf(now);
        return locked.Kind != LockedTypeKind.Enum && locked.Fields.All(field =>
                fields.Any(candidate => candidate.Name == field.Name && IsSameName(field.Type, candidate.Type)))
            && fields.All(field => IsBuiltIn(now) || field.IsOptional || locked.Fields.Any(known => known.JsonName == field.JsonName))
            && locked.Fields.SelectMany(field => field.Type.Names()).All(name =>
                file.FindType(name) is not { } inner || (Find(inner) is { } symbol && IsSame(inner, symbol, judged)));
    }

    private bool IsSameName(LockedTypeName locked, TypeSymbol now) => (locked, now) switch
    {
        (LockedNullable one, NullableType other) => IsSameName(one.Inner, other.Inner),
        (LockedList one, ListType other) => IsSameName(one.Element, other.Element),
        (LockedMap one, MapType other) => IsSameName(one.Element, other.Element),
        (LockedNamed one, NamedTypeSymbol other) => file.FindType(one.Name) is { } type && Find(type) == other,
        (LockedNamed one, PrimitiveType other) => one.Name == other.Name,
        _ => false,
    };

    private bool IsReadableHere(LockedTypeName locked, TypeSymbol now, HashSet<(string, TypeSymbol)> judged) => locked switch
    {
        LockedList list => now is ListType type && IsItemReadable(list.Element, type.Element, judged),
        LockedMap map => now is MapType type && IsItemReadable(map.Element, type.Element, judged),
        LockedNamed named => now switch
        {
            PrimitiveType primitive => primitive.Name == named.Name
                || (named.Name == BuiltInTypes.Int.Name && primitive == BuiltInTypes.Decimal),
            NamedTypeSymbol symbol => IsNamedReadable(named, symbol, judged),
            _ => false,
        },
        _ => false,
    };

    private bool IsItemReadable(LockedTypeName locked, TypeSymbol now, HashSet<(string, TypeSymbol)> judged) =>
        now.IsError || (IsReadableHere(locked.Underlying, now.Underlying, judged) && (!locked.IsNullable || now.IsNullable));

    private bool IsNamedReadable(LockedNamed named, NamedTypeSymbol now, HashSet<(string, TypeSymbol)> judged)
    {
        if (file.FindType(named.Name) is not { } locked)
            return false;
        if (KindOf(now) != locked.Kind)
            return false;
        if (Find(locked) == now || !judged.Add((named.Name, now)))
            return true;
        if (now is EnumSymbol @enum)
            return locked.Values.All(value => @enum.Values.Contains(value, StringComparer.OrdinalIgnoreCase));
        return FieldsOf(now).All(field =>
            locked.Fields.FirstOrDefault(candidate => candidate.JsonName == field.JsonName) is { } known
                ? IsReadableHere(known.Type.Underlying, field.Type.Underlying, judged)
                    && (!known.Type.IsNullable || field.IsOptional)
                : field.IsOptional);
    }

    public static IReadOnlyList<FieldSymbol> FieldsOf(NamedTypeSymbol type) => type switch
    {
        RecordSymbol record => record.Fields,
        EventSymbol @event => @event.Fields,
        _ => [],
    };

    public static LockedTypeKind KindOf(NamedTypeSymbol type) => type switch
    {
        RecordSymbol => LockedTypeKind.Record,
        EventSymbol => LockedTypeKind.Event,
        _ => LockedTypeKind.Enum,
    };

    /// <summary>A type as the lock writes it.</summary>
    public static string NameOf(TypeSymbol type) => type switch
    {
        NullableType nullable => NameOf(nullable.Inner) + "?",
        ListType list => NameOf(list.Element) + "[]",
        MapType map => $"map<{NameOf(map.Element)}>",
        NamedTypeSymbol named => named.FullName,
        _ => type.Name,
    };

    private static bool IsBuiltIn(NamedTypeSymbol type) =>
        type is EventSymbol { EventOrigin: not Syntax.Declarations.EventOrigin.Ordinary };
}
