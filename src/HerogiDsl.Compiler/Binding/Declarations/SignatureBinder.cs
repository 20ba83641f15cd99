using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>Binds what declarations promise: fields, values, parameters; before any body is bound.</summary>
internal sealed class SignatureBinder(BinderEnvironment environment, ExpressionBinder expressions)
{
    public void BindTypes()
    {
        foreach (var type in environment.Table.TypesInOrder)
        {
            switch (type)
            {
                case RecordSymbol record:
                    record.Fields = BindFields(record.Declaration.Fields, record.Origin);
                    break;
                case EventSymbol @event:
                    BindEvent(@event);
                    break;
                case EnumSymbol @enum:
                    CheckValues(@enum);
                    break;
            }
        }

        // Defaults may name enums, whose values must be there first.
        foreach (var type in environment.Table.TypesInOrder)
            BindDefaults(type);
    }

    /// <summary>Binds parameters and the `returns` of an extern action.</summary>
    public void BindAction(ActionSymbol action)
    {
        var text = action.Origin.Text;
        var names = new UniqueNames("parameter", text, environment.Diagnostics);
        var parameters = new List<ParameterSymbol>();
        foreach (var parameter in action.Declaration.Parameters)
        {
            NameRules.CheckCamel(parameter.Name, "parameter", text, environment.Diagnostics);
            var symbol = new ParameterSymbol(parameter, environment.Types.Bind(parameter.Type, action.Origin));
            names.TryAdd(parameter.Name);
            parameters.Add(symbol);
        }

        action.Parameters = [.. parameters];
        if (action.Declaration.Body is ExternActionBodySyntax { Returns: { } returns })
            BindExternAnswer(action, returns);
    }

    private void BindExternAnswer(ActionSymbol action, Identifier returns)
    {
        var context = new BindingContext(action.Origin, Surroundings.FileAction);
        if (EventLookup.Find(returns, context, environment) is not { } @event)
            return;
        if (@event.EventOrigin == EventOrigin.Ordinary)
        {
            @event.IsExternAnswer = true;
            action.Returns = @event;
            return;
        }

        environment.Report(
            NameDiagnostics.WrongEventKind(
                context.Locate(returns.Span),
                returns.Text,
                "after the 'returns' of an extern action",
                "what an extern action gives back is an event declared with fields"),
            context);
    }

    private void BindEvent(EventSymbol @event)
    {
        if (@event.EventOrigin == EventOrigin.Ordinary)
        {
            @event.Fields = BindFields(@event.Declaration.Fields, @event.Origin);
            return;
        }

        if (@event.Declaration.Body is { } body)
            @event.Body = environment.Types.Bind(body, @event.Origin);
        @event.Fields = @event.EventOrigin == EventOrigin.Http
            ? AnswerFields.OfHttp(@event.Body)
            : AnswerFields.OfSmtp();
    }

    private List<FieldSymbol> BindFields(IEnumerable<FieldSyntax> syntaxes, DeclarationOrigin origin)
    {
        var names = new UniqueNames("field", origin.Text, environment.Diagnostics);
        var fields = new List<FieldSymbol>();
        foreach (var syntax in syntaxes)
        {
            NameRules.CheckField(syntax.Name, syntax.JsonName is not null, origin.Text, environment.Diagnostics);
            NameRules.CheckProperty(syntax.Name, "field", origin.Text, environment.Diagnostics);
            var type = environment.Types.Bind(syntax.Type, origin);
            if (names.TryAdd(syntax.Name))
                fields.Add(new FieldSymbol(syntax.Name.Text, syntax.JsonName?.Value ?? syntax.Name.Text, type, syntax));
        }

        return fields;
    }

    private void BindDefaults(NamedTypeSymbol type)
    {
        var fields = type switch
        {
            RecordSymbol record => record.Fields,
            EventSymbol @event => @event.Fields,
            _ => [],
        };
        var context = new BindingContext(type.Origin, Surroundings.SessionDefault);
        foreach (var field in fields)
        {
            if (field.Declaration?.Default is { } @default)
                field.Default = expressions.BindTo(@default, field.Type, $"the default of '{field.Name}'", context);
        }
    }

    private void CheckValues(EnumSymbol @enum)
    {
        var text = @enum.Origin.Text;
        var names = new UniqueNames("value", text, environment.Diagnostics);
        foreach (var value in @enum.Declaration.Values)
        {
            NameRules.CheckPascal(value.Name, "value", text, environment.Diagnostics);
            names.TryAdd(value.Name);
        }
    }
}

/// <summary>HRG1009: the names of one scope.</summary>
internal sealed class UniqueNames(string kind, SourceText text, Diagnostics.DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SourceLocation> _names = new(StringComparer.Ordinal);

    public bool TryAdd(Identifier name) => TryAdd(name, kind);

    /// <summary>A scope within this one: it knows these names, and keeps its own.</summary>
    public UniqueNames Inner()
    {
        var inner = new UniqueNames(kind, text, diagnostics);
        foreach (var name in _names)
            inner._names.Add(name.Key, name.Value);
        return inner;
    }

    public bool TryAdd(Identifier name, string itsKind)
    {
        var at = text.Locate(name.Span);
        if (_names.TryGetValue(name.Text, out var first))
        {
            diagnostics.Report(NameDiagnostics.Duplicate(at, itsKind, name.Text, first));
            return false;
        }

        _names.Add(name.Text, at);
        return true;
    }
}

/// <summary>The members that every answer has.</summary>
internal static class AnswerFields
{
    public static IReadOnlyList<FieldSymbol> OfHttp(TypeSymbol? body) =>
    [
        Field("statusCode", BuiltInTypes.Int),
        Field("ok", BuiltInTypes.Bool),
        Field("unknown", BuiltInTypes.Bool),
        Field("headers", new MapType(BuiltInTypes.String)),
        Field("text", BuiltInTypes.String),
        Field("error", BuiltInTypes.String.ToNullable()),
        Field("body", (body ?? BuiltInTypes.Json).ToNullable()),
    ];

    public static IReadOnlyList<FieldSymbol> OfSmtp() =>
    [
        Field("statusCode", BuiltInTypes.Int),
        Field("ok", BuiltInTypes.Bool),
        Field("unknown", BuiltInTypes.Bool),
        Field("error", BuiltInTypes.String.ToNullable()),
    ];

    private static FieldSymbol Field(string name, TypeSymbol type) => new(name, name, type, null);
}
