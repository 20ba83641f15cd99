using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>How types of the language are written, read and written out in C#.</summary>
internal sealed class CSharpTypes(NameTable names)
{
    private const string Json = "global::System.Text.Json.JsonElement";

    /// <summary>The C# type.</summary>
    public string Name(TypeSymbol type) => type switch
    {
        NullableType nullable => Name(nullable.Inner) + "?",
        ListType list => $"{Names.EquatableList}<{Name(list.Element)}>",
        MapType map => $"{Names.EquatableMap}<{Name(map.Element)}>",
        NamedTypeSymbol named => names.Global(named),
        PrimitiveType primitive => Primitive(primitive.Name),
        _ => "object?",
    };

    public static bool IsValueType(TypeSymbol type) => type.Underlying switch
    {
        EnumSymbol => true,
        PrimitiveType primitive => primitive != BuiltInTypes.String,
        _ => false,
    };

    /// <summary>A function that reads the type, its `?` apart, from a `JsonElement`.</summary>
    public string Reader(TypeSymbol type) => type.Underlying switch
    {
        PrimitiveType primitive => $"{Names.JsonRead}.{PrimitiveReader(primitive.Name)}",
        EnumSymbol @enum => names.EnumJson(@enum) + ".Read",
        EventSymbol { EventOrigin: EventOrigin.Http } answer =>
            $"static json => new {names.Global(answer)}({Names.HttpAnswer}.ReadJson(json))",
        EventSymbol { EventOrigin: EventOrigin.Smtp } answer =>
            $"static json => new {names.Global(answer)}({Names.SmtpAnswer}.ReadJson(json))",
        NamedTypeSymbol named => names.Global(named) + ".ReadJson",
        ListType list => $"static json => {Names.JsonRead}.List(json, {ItemReader(list.Element)})",
        MapType map => $"static json => {Names.JsonRead}.Map(json, {ItemReader(map.Element)})",
        _ => "static json => null",
    };

    /// <summary>A function that writes a value of the type to a `Utf8JsonWriter`.</summary>
    public string Writer(TypeSymbol type) => type switch
    {
        EnumSymbol @enum => names.EnumJson(@enum) + ".Write",
        PrimitiveType or NamedTypeSymbol => Names.JsonWrite + ".Value",
        NullableType { Inner: RecordSymbol or EventSymbol } => Names.JsonWrite + ".Value",
        NullableType { Inner: PrimitiveType inner } when inner == BuiltInTypes.String => Names.JsonWrite + ".Value",
        _ => $"static (writer, value) => {Write(type, "writer", "value", type.IsNullable)}",
    };

    /// <summary>An expression that writes a value to a writer.</summary>
    public string Write(TypeSymbol type, string writer, string value, bool isNullable)
    {
        var underlying = type.Underlying;
        if (isNullable && IsValueType(underlying))
            return $"{Names.JsonWrite}.Optional({writer}, {value}, {Writer(underlying)})";
        return underlying switch
        {
            EnumSymbol @enum => $"{names.EnumJson(@enum)}.Write({writer}, {value})",
            ListType list => $"{Names.JsonWrite}.List({writer}, {value}, {Writer(list.Element)})",
            MapType map => $"{Names.JsonWrite}.Map({writer}, {value}, {Writer(map.Element)})",
            PrimitiveType or NamedTypeSymbol => $"{Names.JsonWrite}.Value({writer}, {value})",
            _ => $"{Names.JsonWrite}.Any({writer}, {value})",
        };
    }

    /// <summary>What templates see of a value: of an enum its name, of anything else itself.</summary>
    public string TemplateValue(TypeSymbol type, string value, bool isNullable)
    {
        if (type.Underlying is not EnumSymbol @enum)
            return value;
        var name = names.EnumJson(@enum) + ".Name";
        return isNullable ? $"{value} is null ? null : {name}({value}.Value)" : $"{name}({value})";
    }

    /// <summary>An expression that reads a field.</summary>
    public string ReadField(TypeSymbol type, string name, string? @default)
    {
        var arguments = $"({CSharpLiteral.Text(name)}, {Reader(type)}";
        if (type.IsError)
            return "null";
        if (@default is not null && @default != "null")
            return type.IsNullable && IsValueType(type)
                ? $"fields.OptionalValue{arguments}) ?? {@default}"
                : $"fields.Defaulted{arguments}, {@default})";
        if (!type.IsNullable)
            return $"fields.Required{arguments})";
        return IsValueType(type) ? $"fields.OptionalValue{arguments})" : $"fields.Optional{arguments})";
    }

    private string ItemReader(TypeSymbol element)
    {
        if (!element.IsNullable)
            return Reader(element);
        var method = IsValueType(element) ? "ValueOrNull" : "OrNull";
        return $"static json => {Names.JsonRead}.{method}(json, {Reader(element)})";
    }

    private static string Primitive(string name) => name switch
    {
        "string" => "string",
        "int" => "long",
        "decimal" => "decimal",
        "bool" => "bool",
        "datetime" => "global::System.DateTimeOffset",
        "date" => "global::System.DateOnly",
        "duration" => "global::System.TimeSpan",
        "json" => Json,
        _ => "object",
    };

    private static string PrimitiveReader(string name) => name switch
    {
        "string" => "String",
        "int" => "Int",
        "decimal" => "Decimal",
        "bool" => "Bool",
        "datetime" => "DateTime",
        "date" => "Date",
        "duration" => "Duration",
        _ => "Json",
    };
}
