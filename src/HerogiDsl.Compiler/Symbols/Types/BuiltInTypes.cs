namespace HerogiDsl.Compiler.Symbols.Types;

/// <summary>The types that have a word of their own.</summary>
internal static class BuiltInTypes
{
    public static readonly PrimitiveType String = new("string");
    public static readonly PrimitiveType Int = new("int");
    public static readonly PrimitiveType Decimal = new("decimal");
    public static readonly PrimitiveType Bool = new("bool");
    public static readonly PrimitiveType DateTime = new("datetime");
    public static readonly PrimitiveType Date = new("date");
    public static readonly PrimitiveType Duration = new("duration");
    public static readonly PrimitiveType Json = new("json");

    /// <summary>The type of `null`.</summary>
    public static readonly NullType Null = new();

    /// <summary>The type of what was told to be wrong already: nobody reports on it again.</summary>
    public static readonly ErrorType Error = new();

    /// <summary>The type of `fail(…)`: it goes wherever a value goes.</summary>
    public static readonly NeverType Never = new();

    public static readonly IReadOnlyList<PrimitiveType> All =
        [String, Int, Decimal, Bool, DateTime, Date, Duration, Json];

    public static PrimitiveType? Find(string name) => All.FirstOrDefault(type => type.Name == name);
}

/// <summary>string, int, decimal, bool, datetime, date, duration, json.</summary>
internal sealed class PrimitiveType(string name) : TypeSymbol
{
    public override string Name => name;
}

internal sealed class NullType : TypeSymbol
{
    public override string Name => "null";
}

internal sealed class ErrorType : TypeSymbol
{
    public override string Name => "?";
}

internal sealed class NeverType : TypeSymbol
{
    public override string Name => "never";
}
