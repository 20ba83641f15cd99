using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>What converts by itself: `int` to `decimal`, `T` to `T?`, `json` to what is wanted.</summary>
internal static class Conversions
{
    public static bool IsNumeric(TypeSymbol type) => type == BuiltInTypes.Int || type == BuiltInTypes.Decimal;

    public static bool IsOrdered(TypeSymbol type) =>
        IsNumeric(type) || type == BuiltInTypes.String || IsTime(type);

    public static bool IsTime(TypeSymbol type) =>
        type == BuiltInTypes.DateTime || type == BuiltInTypes.Date || type == BuiltInTypes.Duration;

    /// <summary>Whether a value that is there converts; nullability apart.</summary>
    public static bool Exists(TypeSymbol from, TypeSymbol to)
    {
        from = from.Underlying;
        to = to.Underlying;
        return from.IsError || to.IsError || from is NeverType
            || from.Equals(to)
            || (from == BuiltInTypes.Int && to == BuiltInTypes.Decimal)
            || (from == BuiltInTypes.Json && to is not EventUnionType)
            || (from is ListType { Element: NeverType } && to is ListType);
    }

    /// <summary>The one type that both become, nullability apart; null where there is none.</summary>
    public static TypeSymbol? Common(TypeSymbol left, TypeSymbol right)
    {
        var (a, b) = (left.Underlying, right.Underlying);
        if (a.IsError || b is NeverType or NullType)
            return a;
        if (b.IsError || a is NeverType or NullType)
            return b;
        if (a.Equals(b))
            return a;
        if (IsNumeric(a) && IsNumeric(b))
            return BuiltInTypes.Decimal;
        if (a == BuiltInTypes.Json)
            return b;
        if (b == BuiltInTypes.Json)
            return a;
        if (a is ListType { Element: NeverType } && b is ListType)
            return b;
        return b is ListType { Element: NeverType } && a is ListType ? a : null;
    }
}
