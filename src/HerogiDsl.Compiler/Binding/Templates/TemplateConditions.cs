using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols.Types;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>What a value says as a condition: in a template null and false do not hold, all else does.</summary>
internal static class TemplateConditions
{
    public static BoundExpression? Of(BoundExpression value)
    {
        if (value.Type == BuiltInTypes.Bool)
            return value;
        return value.Type is NullableType && value.Type.Underlying != BuiltInTypes.Bool
            ? new BoundIsNull(value, true, value.Span)
            : null;
    }
}
