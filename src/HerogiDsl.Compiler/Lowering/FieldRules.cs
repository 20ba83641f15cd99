using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Which fields are parameters of the generated constructor, and which of those may be left out.</summary>
internal static class FieldRules
{
    /// <summary>Fields whose default C# has no constant for: they are no parameters, but have an initializer.</summary>
    public static HashSet<FieldSymbol> InitFields(IReadOnlyList<FieldSymbol> fields) =>
        [.. fields.Where(field => field.Default is { } value && !IsConstant(value))];

    /// <summary>The parameters at the end that may be left out.</summary>
    public static HashSet<FieldSymbol> OptionalParameters(IReadOnlyList<FieldSymbol> fields)
    {
        var init = InitFields(fields);
        return [.. fields.Where(field => !init.Contains(field)).Reverse().TakeWhile(field => field.IsOptional)];
    }

    private static bool IsConstant(BoundExpression value) => value switch
    {
        BoundLiteral { Value: TimeSpan } => false,
        BoundLiteral or BoundEnumValue => true,
        BoundConversion conversion => IsConstant(conversion.Operand),
        BoundUnary unary => IsConstant(unary.Operand),
        _ => false,
    };
}
