using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Puts values into places: converts what converts by itself, and tells what does not.</summary>
internal sealed class Converter(BinderEnvironment environment)
{
    /// <summary>Converts a value for a place such as "assigned to 'session.x'"; HRG2002 or HRG2003 where it does not fit.</summary>
    public BoundExpression Convert(BoundExpression value, TypeSymbol wanted, string place, BindingContext context)
    {
        if (value is BoundLiteral { Value: null, Type: NullType } && !wanted.IsNullable && !wanted.IsError)
        {
            environment.Report(TypeDiagnostics.IsNull(context.Locate(value.Span), place, wanted.Name), context);
            return new BoundError(value.Span);
        }

        if (value is BoundMap && value.Type.Underlying == BuiltInTypes.Json
            && !wanted.IsError && wanted.Underlying != BuiltInTypes.Json)
        {
            // An object literal is as good as JSON only where JSON is wanted.
            environment.Report(
                TypeDiagnostics.WrongValueType(context.Locate(value.Span), "{ … }", place, wanted.Name), context);
            return new BoundError(value.Span);
        }

        if (TryConvert(value, wanted, context) is { } converted)
            return converted;
        environment.Report(
            TypeDiagnostics.WrongValueType(context.Locate(value.Span), value.Type.Name, place, wanted.Name), context);
        return new BoundError(value.Span);
    }

    /// <summary>Converts a value; null where it does not convert by itself.</summary>
    public BoundExpression? TryConvert(BoundExpression value, TypeSymbol wanted, BindingContext context)
    {
        var type = value.Type;
        if (type.IsError || wanted.IsError || type is NeverType || type.Equals(wanted))
            return value;
        if (type is NullType)
            return wanted.IsNullable ? new BoundLiteral(null, wanted, value.Span) : null;
        if (!Conversions.Exists(type, wanted))
            return null;
        if (type is NullableType && !wanted.IsNullable && type.Underlying.Equals(wanted))
            return NotNull(value, context);
        if (type is NullableType && !wanted.IsNullable && type.Underlying != BuiltInTypes.Json)
            return new BoundConversion(NotNull(value, context), wanted, value.Span);
        return new BoundConversion(value, wanted, value.Span);
    }

    /// <summary>A value that must be there: marked for the flow analysis where its type lets it be null.</summary>
    public BoundExpression NotNull(BoundExpression value, BindingContext context)
    {
        if (value is BoundLiteral { Value: null })
        {
            environment.Report(TypeDiagnostics.MayBeNull(context.Locate(value.Span), "null", null), context);
            return new BoundError(value.Span);
        }

        return value.Type is NullableType ? new BoundNotNull(value, TextOf(value.Span, context), value.Span) : value;
    }

    /// <summary>The same for an operand whose neighbour is wrong; a json may be missing, and would be converted.</summary>
    public BoundExpression NotNullBeside(BoundExpression value, BindingContext context) =>
        value.Type is NullableType && value.Type.Underlying != BuiltInTypes.Json ? NotNull(value, context) : value;

    public static string TextOf(TextSpan span, BindingContext context) => context.Text.Content.Substring(
        Math.Min(span.Start, context.Text.Content.Length),
        Math.Max(0, Math.Min(span.Length, context.Text.Content.Length - span.Start)));
}
