using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns calls of the language's functions into C#.</summary>
internal sealed class CallLowerer(ExpressionLowerer expressions, ScenarioTables tables)
{
    // The functions that are one method of the runtime each.
    private static readonly Dictionary<string, string> s_methods = new(StringComparer.Ordinal)
    {
        ["length"] = Names.Functions + ".Length",
        ["lower"] = Names.TextFunctions + ".Lower",
        ["upper"] = Names.TextFunctions + ".Upper",
        ["trim"] = Names.TextFunctions + ".Trim",
        ["contains"] = Names.Functions + ".Contains",
        ["startsWith"] = Names.TextFunctions + ".StartsWith",
        ["endsWith"] = Names.TextFunctions + ".EndsWith",
        ["replace"] = Names.TextFunctions + ".Replace",
        ["split"] = Names.TextFunctions + ".Split",
        ["join"] = Names.TextFunctions + ".Join",
        ["firstMatch"] = Names.TextFunctions + ".FirstMatch",
        ["parseJson"] = Names.Functions + ".ParseJson",
        ["abs"] = Names.Functions + ".Abs",
        ["round"] = Names.Functions + ".Round",
        ["whole"] = Names.Functions + ".Whole",
        ["parseDate"] = Names.TimeFunctions + ".ParseDate",
        ["parseDateTime"] = Names.TimeFunctions + ".ParseDateTime",
        ["dateIn"] = Names.TimeFunctions + ".DateIn",
        ["hourIn"] = Names.TimeFunctions + ".HourIn",
        ["weekdayIn"] = Names.TimeFunctions + ".WeekdayIn",
        ["at"] = Names.TimeFunctions + ".At",
    };

    public CSharpCode Lower(BoundCall call, TypeSymbol? wanted)
    {
        var name = call.Function.Name;
        var isNullable = call.Type.IsNullable;
        return name switch
        {
            "now" => CSharpCode.Primary("context.Now"),
            "fail" => CSharpCode.Primary($"{Names.Functions}.Fail<{TypeOf(wanted)}>({Arguments(call)})"),
            "bucket" => CSharpCode.Primary($"{Names.Functions}.Bucket(context, {Arguments(call)})"),
            "min" => CSharpCode.Primary($"{Names.Functions}.Min<{expressions.Types.Name(call.Type)}>({Arguments(call)})"),
            "max" => CSharpCode.Primary($"{Names.Functions}.Max<{expressions.Types.Name(call.Type)}>({Arguments(call)})"),
            "number" => CSharpCode.Primary($"{Names.Functions}.Number({Arguments(call)})", true),
            "text" => LowerText(call.Arguments[0]),
            "toJson" => CSharpCode.Primary(ToText(call.Arguments[0])),
            "firstMatch" when call.Arguments[1] is BoundLiteral { Value: string pattern } => CSharpCode.Primary(
                $"{s_methods[name]}({expressions.Argument(call.Arguments[0])}, {tables.Regex(pattern)})", isNullable),
            _ => CSharpCode.Primary($"{s_methods[name]}({Arguments(call)})", isNullable),
        };
    }

    private string TypeOf(TypeSymbol? wanted) =>
        wanted is null or NeverType or ErrorType or NullType ? "object" : expressions.Types.Name(wanted);

    private string Arguments(BoundCall call) => string.Join(", ", call.Arguments.Select(Argument));

    private string Argument(BoundExpression argument) => expressions.Argument(argument, BuiltInTypes.String);

    private CSharpCode LowerText(BoundExpression value)
    {
        if (value.Type is NullType)
            return CSharpCode.Primary("\"\"");
        var code = expressions.Lower(value, BuiltInTypes.String);
        if (value.Type.Underlying is EnumSymbol @enum && !code.IsNullable)
            return CSharpCode.Primary($"{tables.Names.EnumJson(@enum)}.Name({code.Text})");
        return value.Type.Underlying is PrimitiveType or NeverType
            ? CSharpCode.Primary($"{Names.TextFunctions}.Text({code.Text})")
            : CSharpCode.Primary(ToText(value));
    }

    private string ToText(BoundExpression value)
    {
        var code = expressions.Lower(value, BuiltInTypes.String);
        var type = code.IsNullable ? value.Type.ToNullable() : value.Type.Underlying;
        return value.Type is NullType
            ? "\"null\""
            : $"{Names.JsonWrite}.ToText<{expressions.Types.Name(type)}>({code.Text}, {expressions.Types.Writer(type)})";
    }
}
