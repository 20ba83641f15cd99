using HerogiDsl.Compiler.Symbols.Types;
using T = HerogiDsl.Compiler.Symbols.Types.BuiltInTypes;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>The functions of the language.</summary>
/// <remarks>Of several ways to call one, the first that fits exactly is taken, else the first that fits.</remarks>
internal static class Functions
{
    /// <summary>Stands for any type in a signature; `text` and `toJson` take a null as well.</summary>
    public static readonly TypeSymbol Any = new PrimitiveType("any value");

    /// <summary>Stands for any list in a signature.</summary>
    public static readonly TypeSymbol AnyList = new PrimitiveType("list");

    /// <summary>Stands for any map in a signature.</summary>
    public static readonly TypeSymbol AnyMap = new PrimitiveType("map");

    /// <summary>Stands for the element type of the list before it.</summary>
    public static readonly TypeSymbol Element = new PrimitiveType("an item of the list");

    private static readonly ListType Strings = new(T.String);

    public static IReadOnlyList<FunctionSymbol> All { get; } =
    [
        new("now", [], T.DateTime),
        new("length", [T.String], T.Int),
        new("length", [AnyList], T.Int),
        new("length", [AnyMap], T.Int),
        new("lower", [T.String], T.String),
        new("upper", [T.String], T.String),
        new("trim", [T.String], T.String),
        new("contains", [T.String, T.String], T.Bool),
        new("contains", [AnyList, Element], T.Bool),
        new("startsWith", [T.String, T.String], T.Bool),
        new("endsWith", [T.String, T.String], T.Bool),
        new("replace", [T.String, T.String, T.String], T.String),
        new("split", [T.String, T.String], Strings),
        new("join", [Strings, T.String], T.String),
        new("firstMatch", [T.String, T.String], T.String.ToNullable()),
        new("parseJson", [T.String], T.Json),
        new("toJson", [Any], T.String),
        new("abs", [T.Int], T.Int),
        new("abs", [T.Decimal], T.Decimal),
        new("abs", [T.Duration], T.Duration),
        new("round", [T.Decimal, T.Int], T.Decimal),
        new("whole", [T.Decimal], T.Int),
        .. Pairs("min"),
        .. Pairs("max"),
        new("number", [Any], T.Decimal.ToNullable()),
        new("text", [Any], T.String),
        new("parseDate", [T.String], T.Date.ToNullable()),
        new("parseDateTime", [T.String], T.DateTime.ToNullable()),
        new("dateIn", [T.DateTime, T.String], T.Date),
        new("hourIn", [T.DateTime, T.String], T.Int),
        new("weekdayIn", [T.DateTime, T.String], T.Int),
        new("at", [T.Date, T.String, T.String], T.DateTime),
        new("bucket", [T.Int], T.Int),
        new("bucket", [T.Int, T.String], T.Int),
        new("fail", [T.String], T.Never),
    ];

    public static IReadOnlyCollection<string> Names { get; } = [.. All.Select(function => function.Name).Distinct()];

    public static string Signature(FunctionSymbol function) =>
        $"{function.Name}({string.Join(", ", function.Parameters)})";

    private static IEnumerable<FunctionSymbol> Pairs(string name) =>
        new TypeSymbol[] { T.Decimal, T.Int, T.Duration, T.DateTime, T.Date }
            .Select(type => new FunctionSymbol(name, [type, type], type));
}
