using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns literals, objects, lists, maps and conversions into C#.</summary>
internal sealed class LiteralLowerer(ExpressionLowerer expressions, ScenarioTables tables)
{
    public static CSharpCode Lower(BoundLiteral literal) => literal.Value switch
    {
        null => CSharpCode.Primary("null", true),
        long value => new CSharpCode(CSharpLiteral.Int(value), value < 0 ? Precedence.Unary : Precedence.Primary, false),
        decimal value => new CSharpCode(
            CSharpLiteral.Decimal(value), value < 0 ? Precedence.Unary : Precedence.Primary, false),
        string value => CSharpCode.Primary(CSharpLiteral.Text(value)),
        bool value => CSharpCode.Primary(CSharpLiteral.Bool(value)),
        TimeSpan value => CSharpCode.Primary(CSharpLiteral.Duration(value)),
        _ => throw new InvalidOperationException(literal.Value.GetType().Name),
    };

    public CSharpCode Lower(BoundExpression expression) => expression switch
    {
        BoundConversion conversion => LowerConversion(conversion),
        BoundObject literal => LowerObject(literal),
        BoundMap map => LowerMap(map),
        BoundList list => LowerList(list),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private CSharpCode LowerConversion(BoundConversion conversion)
    {
        var (from, to) = (conversion.Operand.Type.Underlying, conversion.Type.Underlying);
        if (conversion.Operand is BoundList { Items.Length: 0 } && to is ListType list)
            return CSharpCode.Primary($"{Names.EquatableList}.Create<{expressions.Types.Name(list.Element)}>([])");
        if (from.Equals(to) || from is NeverType or NullType)
            return expressions.Lower(conversion.Operand, conversion.Type);
        if (from == BuiltInTypes.Json)
            return FromJson(conversion);
        if (to == BuiltInTypes.Json)
            return ToJson(conversion.Operand);
        return ToDecimal(conversion);
    }

    private CSharpCode ToDecimal(BoundConversion conversion)
    {
        if (conversion.Operand is BoundLiteral { Value: long value })
            return Lower(new BoundLiteral((decimal)value, BuiltInTypes.Decimal, conversion.Span));
        var operand = expressions.Lower(conversion.Operand);
        return new CSharpCode(
            $"({(operand.IsNullable ? "decimal?" : "decimal")}){operand.At(Precedence.Unary)}",
            Precedence.Unary,
            operand.IsNullable);
    }

    private CSharpCode FromJson(BoundConversion conversion)
    {
        var operand = expressions.Lower(conversion.Operand);
        var written = expressions.Source(conversion.Operand);
        var tail = $"{expressions.Types.Reader(conversion.Type)}, {CSharpLiteral.Text(written)})";
        if (conversion.Type.IsNullable)
        {
            var method = CSharpTypes.IsValueType(conversion.Type) ? "ConvertOptionalValue" : "ConvertOptional";
            return CSharpCode.Primary($"{Names.JsonValues}.{method}({operand.Text}, {tail}", true);
        }

        var value = operand.IsNullable
            ? $"{operand.At(Precedence.Or)} ?? {expressions.NullFault(written, conversion.Span)}"
            : operand.Text;
        return CSharpCode.Primary($"{Names.JsonValues}.Convert({value}, {tail}");
    }

    private CSharpCode ToJson(BoundExpression operand)
    {
        var code = expressions.Lower(operand);
        var type = code.IsNullable ? operand.Type.ToNullable() : operand.Type.Underlying;
        return CSharpCode.Primary(
            $"{Names.JsonWrite}.ToElement<{expressions.Types.Name(type)}>({code.Text}, {expressions.Types.Writer(type)})");
    }

    private CSharpCode LowerObject(BoundObject literal)
    {
        var fields = literal.Fields
            .Select(field => (Symbol: field.Field, Value: expressions.Argument(field.Value, field.Field.Type)))
            .ToArray();
        var isInit = FieldRules.InitFields(FieldsOf(literal.ObjectType));
        var arguments = fields.Where(field => !isInit.Contains(field.Symbol)).Select(field => field.Value);
        var members = fields.Where(field => isInit.Contains(field.Symbol))
            .Select(field => $"{tables.Names.Property(field.Symbol)} = {field.Value}")
            .ToArray();
        var initializer = members.Length == 0 ? "" : $" {{ {string.Join(", ", members)} }}";
        return CSharpCode.Primary(
            $"new {tables.Names.Global(literal.ObjectType)}({string.Join(", ", arguments)}){initializer}");
    }

    private static IReadOnlyList<FieldSymbol> FieldsOf(NamedTypeSymbol type) => type switch
    {
        RecordSymbol record => record.Fields,
        EventSymbol @event => @event.Fields,
        _ => [],
    };

    private CSharpCode LowerMap(BoundMap map)
    {
        var element = map.Type.Underlying is MapType type ? type.Element : BuiltInTypes.Json;
        var entries = string.Join(", ", map.Entries.Select(entry =>
            $"new({CSharpLiteral.Text(entry.Key)}, {expressions.Argument(entry.Value, element)})"));
        return CSharpCode.Primary(map.Type.Underlying is MapType
            ? $"{Names.EquatableMap}.Create<{expressions.Types.Name(element)}>([{entries}])"
            : $"{Names.JsonValues}.Object([{entries}])");
    }

    private CSharpCode LowerList(BoundList list)
    {
        var element = list.Type.Underlying is ListType type ? type.Element : BuiltInTypes.Json;
        var items = string.Join(", ", list.Items.Select(item => expressions.Argument(item, element)));
        return CSharpCode.Primary(list.Type.Underlying is ListType
            ? $"{Names.EquatableList}.Create<{expressions.Types.Name(element)}>([{items}])"
            : $"{Names.JsonValues}.Array([{items}])");
    }
}
