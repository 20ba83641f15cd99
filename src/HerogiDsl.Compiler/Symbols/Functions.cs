using HerogiDsl.Compiler.Symbols.Types;
using static HerogiDsl.Compiler.Symbols.Types.BuiltInTypes;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>The functions of the language. Of several ways to call one, the first that fits exactly is taken, else the first that fits.</summary>
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

    private static readonly ListType Strings = new(String);

    public static IReadOnlyList<FunctionSymbol> All { get; } =
    [
        new("now", [], DateTime),
        new("length", [String], Int),
        new("length", [AnyList], Int),
        new("length", [AnyMap], Int),
        new("lower", [String], String),
        new("upper", [String], String),
        new("trim", [String], String),
        new("contains", [String, String], Bool),
        new("contains", [AnyList, Element], Bool),
        new("startsWith", [String, String], Bool),
        new("endsWith", [String, String], Bool),
        new("replace", [String, String, String], String),
        new("split", [String, String], Strings),
        new("join", [Strings, String], String),
        new("firstMatch", [String, String], String.ToNullable()),
        new("parseJson", [String], Json),
        new("toJson", [Any], String),
        new("abs", [Int], Int),
        new("abs", [Decimal], Decimal),
        new("abs", [Duration], Duration),
        new("round", [Decimal, Int], Decimal),
        new("whole", [Decimal], Int),
        .. Pairs("min"),
        .. Pairs("max"),
        new("number", [Any], Decimal.ToNullable()),
        new("text", [Any], String),
        new("parseDate", [String], Date.ToNullable()),
        new("parseDateTime", [String], DateTime.ToNullable()),
        new("dateIn", [DateTime, String], Date),
        new("hourIn", [DateTime, String], Int),
        new("weekdayIn", [DateTime, String], Int),
        new("at", [Date, String, String], DateTime),
        new("bucket", [Int], Int),
        new("bucket", [Int, String], Int),
        new("fail", [String], Never),
    ];

    public static IReadOnlyCollection<string> Names { get; } = [.. All.Select(function => function.Name).Distinct()];

    public static string Signature(FunctionSymbol function) =>
        $"{function.Name}({string.Join(", ", function.Parameters)})";

    private static IEnumerable<FunctionSymbol> Pairs(string name) =>
        new TypeSymbol[] { Decimal, Int, Duration, DateTime, Date }
            .Select(type => new FunctionSymbol(name, [type, type], type));
}
