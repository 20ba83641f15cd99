using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Object and list literals; what they are follows from the place they go to.</summary>
internal sealed class ObjectBinder(BinderEnvironment environment, ExpressionBinder expressions)
{
    // example: { email: event.email, plan: Plan.Free }
    public BoundExpression BindObject(ObjectSyntax syntax, BindingContext context, TypeSymbol? expected) =>
        expected?.Underlying switch
        {
            RecordSymbol record => BindFields(syntax, record, record.Fields, context),
            EventSymbol @event when !(@event.EventOrigin != Syntax.Declarations.EventOrigin.Ordinary) =>
                BindFields(syntax, @event, @event.Fields, context),
            MapType map => BindMap(syntax, map, map.Element, context),
            _ => BindMap(syntax, BuiltInTypes.Json, BuiltInTypes.Json, context),
        };

    // example: [1, 2, 3]
    public BoundExpression BindList(ListSyntax syntax, BindingContext context, TypeSymbol? expected)
    {
        if (expected?.Underlying == BuiltInTypes.Json)
            return new BoundList([.. syntax.Items.Select(item => BindJson(item, context))], BuiltInTypes.Json, syntax.Span);
        if (expected?.Underlying is ListType wanted)
        {
            var place = $"an item of a '{wanted.Name}'";
            return new BoundList(
                [.. syntax.Items.Select(item => expressions.BindTo(item, wanted.Element, place, context))], wanted, syntax.Span);
        }

        var items = syntax.Items.Select(item => expressions.Bind(item, context)).ToArray();
        if (items.Length == 0)
            return new BoundList([], new ListType(BuiltInTypes.Never), syntax.Span);
        var common = items[0].Type;
        foreach (var item in items.Skip(1))
        {
            var nullable = common.IsNullable || item.Type.IsNullable;
            common = Conversions.Common(common, item.Type) ?? common;
            common = nullable ? common.ToNullable() : common;
        }

        return common.IsError
            ? new BoundError(syntax.Span) { Parts = [.. items] }
            : new BoundList(
                [.. items.Select(item => expressions.Converter.Convert(item, common, "an item of this list", context))],
                new ListType(common),
                syntax.Span);
    }

    /// <summary>An event sent without a payload: right where every field may be left out.</summary>
    public BoundExpression? BindEmpty(EventSymbol @event, TextSpan span, BindingContext context)
    {
        var missing = @event.Fields.Where(field => !field.IsOptional).Select(field => field.Name).ToArray();
        if (missing.Length == 0)
            return new BoundObject(@event, [.. @event.Fields.Select(field => Default(field, span))], span);
        ReportFields(span, @event, @event.Fields, [$"{WayOut.List(missing)} {(missing.Length == 1 ? "is" : "are")} missing"], context);
        return null;
    }

    private BoundExpression BindFields(
        ObjectSyntax syntax, NamedTypeSymbol type, IReadOnlyList<FieldSymbol> fields, BindingContext context)
    {
        var values = new Dictionary<string, BoundExpression>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var field in syntax.Fields)
        {
            var symbol = fields.Find(field.Name.Text);
            var value = symbol is null
                ? expressions.Bind(field.Value, context)
                : expressions.BindTo(field.Value, symbol.Type, $"field '{symbol.Name}'", context);
            if (symbol is null)
                faults.Add(Unknown(field.Name, fields));
            else if (values.ContainsKey(symbol.Name))
                faults.Add($"'{symbol.Name}' stands twice");
            else
                values.Add(symbol.Name, value);
        }

        var missing = fields.Where(field => !field.IsOptional && !values.ContainsKey(field.Name)).Select(field => field.Name).ToArray();
        if (missing.Length > 0)
            faults.Add($"{WayOut.List(missing)} {(missing.Length == 1 ? "is" : "are")} missing");
        if (faults.Count > 0)
        {
            ReportFields(syntax.Span, type, fields, faults, context);
            return new BoundError(syntax.Span) { Parts = [.. values.Values] };
        }

        return new BoundObject(
            type,
            [.. fields.Select(field => values.TryGetValue(field.Name, out var value)
                ? new BoundObjectField(field, value)
                : Default(field, syntax.Span))],
            syntax.Span);
    }

    private static string Unknown(Identifier name, IReadOnlyList<FieldSymbol> fields) =>
        Diagnostics.Suggestion.Nearest(name.Text, fields.Select(field => field.Name)) is { } nearest
            ? $"it has no field '{name.Text}' (did you mean '{nearest}'?)"
            : $"it has no field '{name.Text}'";

    private static BoundObjectField Default(FieldSymbol field, TextSpan span) =>
        new(field, field.Default ?? new BoundLiteral(null, field.Type, span));

    private void ReportFields(
        TextSpan span, NamedTypeSymbol type, IReadOnlyList<FieldSymbol> fields, List<string> faults, BindingContext context)
    {
        if (environment.Skipped.ExcusesPlace(context.Locate(span)) || environment.Skipped.ExcusesPlace(type.Whole))
            return;
        var list = string.Join(", ", fields.Select(field => $"{field.Name}: {field.Type.Name}"));
        environment.Report(
            TypeDiagnostics.WrongFields(
                context.Locate(span), type.Name, string.Join(", ", faults), list.Length == 0 ? "no fields" : list),
            context);
    }

    private BoundExpression BindMap(ObjectSyntax syntax, TypeSymbol type, TypeSymbol element, BindingContext context)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, BoundExpression>>();
        foreach (var field in syntax.Fields)
        {
            var value = element == BuiltInTypes.Json
                ? BindJson(field.Value, context)
                : expressions.BindTo(field.Value, element, $"the value of '{field.Name.Text}'", context);
            entries.Add(new KeyValuePair<string, BoundExpression>(field.Name.Text, value));
        }

        foreach (var twice in syntax.Fields.GroupBy(field => field.Name.Text).Where(group => group.Count() > 1))
        {
            environment.Report(
                TypeDiagnostics.WrongFields(context.Locate(syntax.Span), type.Name, $"'{twice.Key}' stands twice", "each key once"),
                context);
        }

        return new BoundMap(entries.ToImmutable(), type, syntax.Span);
    }

    // Inside a JSON literal every value has a JSON form; null is one.
    private BoundExpression BindJson(ExpressionSyntax syntax, BindingContext context)
    {
        var value = expressions.Bind(syntax, context, BuiltInTypes.Json);
        return value.Type.IsError || value.Type.Underlying == BuiltInTypes.Json
            ? value
            : new BoundConversion(value, BuiltInTypes.Json.ToNullable(), value.Span);
    }
}
