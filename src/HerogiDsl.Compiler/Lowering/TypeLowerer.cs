using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Records, events, answers and enums.</summary>
internal sealed class TypeLowerer(NameTable names)
{
    private readonly CSharpTypes _types = new(names);

    public RecordModel Lower(RecordSymbol record) => new(
        HintName(record),
        CSharpNames.EscapeNamespace(record.Namespace),
        CSharpNames.Escape(record.Name),
        $"record '{record.Name}'",
        IsEvent: false,
        Fields(record.Fields, record),
        GraphLowerer.Lines(record.Documentation));

    public FileModel Lower(EventSymbol @event) => @event.EventOrigin == EventOrigin.Ordinary
        ? new RecordModel(
            HintName(@event),
            CSharpNames.EscapeNamespace(@event.Namespace),
            CSharpNames.Escape(@event.Name),
            $"event '{@event.Name}'",
            IsEvent: true,
            Fields(@event.Fields, @event),
            GraphLowerer.Lines(@event.Documentation))
        : LowerAnswer(@event);

    public EnumModel Lower(EnumSymbol @enum) => new(
        HintName(@enum),
        CSharpNames.EscapeNamespace(@enum.Namespace),
        CSharpNames.Escape(@enum.Name),
        names.EnumJsonSimple(@enum),
        @enum.Values.Select(value => new EnumValueModel(
            CSharpNames.Escape(value),
            value,
            GraphLowerer.Lines(@enum.Declaration.Values.First(syntax => syntax.Name.Text == value).Documentation)))
            .ToEquatableArray(),
        GraphLowerer.Lines(@enum.Documentation));

    /// <summary>The C# of a default, where it needs nothing but constants; null otherwise.</summary>
    public string? Default(BoundExpression? value, TypeSymbol type, Text.SourceText text)
    {
        if (value is null || !IsClosed(value))
            return null;
        var scope = new StepScope(EventPlace.None);
        return new ExpressionLowerer(new ScenarioTables(names, ""), scope, text).Argument(value, type);
    }

    private static bool IsClosed(BoundExpression value) => value switch
    {
        BoundLiteral or BoundEnumValue => true,
        BoundConversion conversion => IsClosed(conversion.Operand),
        BoundUnary unary => IsClosed(unary.Operand),
        BoundList list => list.Items.All(IsClosed),
        _ => false,
    };

    private AnswerModel LowerAnswer(EventSymbol @event)
    {
        var isHttp = @event.EventOrigin == EventOrigin.Http;
        var body = @event.Body ?? BuiltInTypes.Json;
        return new AnswerModel(
            HintName(@event),
            CSharpNames.EscapeNamespace(@event.Namespace),
            CSharpNames.Escape(@event.Name),
            isHttp,
            isHttp ? _types.Name(body.Underlying) : null,
            @event.Body is null || @event.Body.IsError ? null : _types.Reader(body),
            CSharpTypes.IsValueType(body),
            _types.TemplateValue(body.ToNullable(), "Body", isNullable: true),
            GraphLowerer.Lines(@event.Documentation));
    }

    private EquatableArray<FieldModel> Fields(IReadOnlyList<FieldSymbol> fields, NamedTypeSymbol owner)
    {
        var init = FieldRules.InitFields(fields);
        var optional = FieldRules.OptionalParameters(fields);
        return fields.Select(field => Field(field, owner, init.Contains(field), optional.Contains(field)))
            .ToEquatableArray();
    }

    private FieldModel Field(FieldSymbol field, NamedTypeSymbol owner, bool isInit, bool isOptional)
    {
        var name = names.Property(field);
        var @default = Default(field.Default, field.Type, owner.Origin.Text) ?? (field.Type.IsNullable ? "null" : null);
        return new FieldModel(
            name,
            field.Name,
            field.JsonName,
            _types.Name(field.Type),
            _types.ReadField(field.Type, field.JsonName, @default),
            _types.Write(field.Type, "writer", name, field.Type.IsNullable),
            _types.TemplateValue(field.Type, name, field.Type.IsNullable),
            isInit || isOptional ? @default : null,
            isInit,
            GraphLowerer.Lines(field.Declaration?.Documentation));
    }

    private static string HintName(NamedTypeSymbol type) => type.FullName + ".g.cs";
}
