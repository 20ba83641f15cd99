using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>Members and items of values, in expressions and templates alike.</summary>
internal sealed class MemberBinder(BinderEnvironment environment, Converter converter)
{
    // example: event.body.id, session.customer?.email
    public BoundExpression BindMember(BoundExpression target, MemberName name, BindingContext context)
    {
        switch (target.Type.Underlying)
        {
            case ErrorType:
                return OfError(target, name);
            case PrimitiveType json when json == BuiltInTypes.Json:
                return new BoundJsonMember(target, name.Text, BuiltInTypes.Json.ToNullable(), name.Span);
            case EventUnionType union:
                return BindShared(target, union, name, context);
            case RecordSymbol record:
                return BindField(target, record.Fields, $"record '{record.Name}'", name, context);
            case EventSymbol @event:
                return BindField(target, @event.Fields, $"event '{@event.Name}'", name, context);
            default:
                return ReportUnknown($"'{target.Type.Name}'", [], name, context);
        }
    }

    // example: event.body.results[0], session.labels["x"]
    public BoundExpression BindIndex(
        BoundExpression target, BoundExpression index, TextSpan span, BindingContext context)
    {
        var underlying = target.Type.Underlying;
        if (target.Type.IsError || index.Type.IsError)
            return new BoundError(span);
        if (underlying == BuiltInTypes.Json)
        {
            return index.Type == BuiltInTypes.Int || index.Type == BuiltInTypes.String
                ? new BoundIndex(target, index, BuiltInTypes.Json.ToNullable(), span)
                : WrongIndex(index, "an 'int' or a 'string'", span, context);
        }

        if (underlying is ListType list)
        {
            return converter.TryConvert(index, BuiltInTypes.Int, context) is { } position
                ? new BoundIndex(converter.NotNull(target, context), position, list.Element, span)
                : WrongIndex(index, "an 'int'", span, context);
        }

        if (underlying is MapType map)
        {
            return converter.TryConvert(index, BuiltInTypes.String, context) is { } key
                ? new BoundIndex(converter.NotNull(target, context), key, map.Element.ToNullable(), span)
                : WrongIndex(index, "a 'string'", span, context);
        }

        environment.Report(
            TypeDiagnostics.WrongOperand(
                context.Locate(target.Span), "[ ]", target.Type.Name, "a list, a map or 'json'"),
            context);
        return new BoundError(span);
    }

    public BoundError ReportUnknown(
        string owner, IReadOnlyCollection<string> members, MemberName name, BindingContext context)
    {
        if (!environment.Skipped.ExcusesMember(name.Text, name.Location))
        {
            environment.Report(
                context.IsTemplate
                    ? TemplateDiagnostics.UnknownMember(name.Location, name.Text, owner, members)
                    : NameDiagnostics.UnknownMember(name.Location, name.Text, owner, members),
                context);
        }

        return new BoundError(name.Span);
    }

    private static BoundError OfError(BoundExpression target, MemberName name) => target is BoundError { Member: not null }
        ? new BoundError(name.Span) { Parts = [target], Member = name.Text }
        : new BoundError(name.Span) { MayProve = target is BoundError error ? error.MayProve : BoundError.Anything };

    private static string MeantBy(BoundExpression target) =>
        target is BoundEvent ? BoundError.AnythingOfEvent : BoundError.Anything;

    private BoundExpression BindField(
        BoundExpression target,
        IReadOnlyList<FieldSymbol> fields,
        string owner,
        MemberName name,
        BindingContext context)
    {
        var field = fields.Find(name.Text);
        return field is null
            ? ReportUnknown(owner, [.. fields.Select(candidate => candidate.Name)], name, context) with
            {
                MayProve = MeantBy(target),
            }
            : Member(target, field, name, context);
    }

    private BoundExpression BindShared(
        BoundExpression target, EventUnionType union, MemberName name, BindingContext context)
    {
        var found = union.Events
            .Select(@event => (Event: @event, Field: @event.Fields.Find(name.Text)))
            .ToArray();
        var having = found.Where(pair => pair.Field is not null).ToArray();
        if (having.Length == 0)
        {
            return ReportUnknown(
                $"none of the events {union.Name}",
                [.. union.Events.SelectMany(@event => @event.Fields).Select(field => field.Name).Distinct()],
                name,
                context) with { MayProve = MeantBy(target) };
        }

        var first = having[0].Field ?? throw new InvalidOperationException(name.Text);
        if (having.Length == found.Length && having.All(pair => pair.Field?.Type.Equals(first.Type) == true))
            return Member(target, first, name, context);

        var others = found.Where(pair => pair.Field?.Type.Equals(first.Type) != true).Select(pair => pair.Event).ToArray();
        ReportNotShared(name, having[0], others, context);
        return new BoundError(name.Span) { Parts = [target], Member = name.Text };
    }

    private void ReportNotShared(
        MemberName name, (EventSymbol Event, FieldSymbol? Field) having, EventSymbol[] others, BindingContext context)
    {
        if (environment.Skipped.ExcusesMember(name.Text, name.Location))
            return;
        var type = having.Field?.Type.Name ?? "";
        var ways = context.Event?.RelatedWays(way => way.Event is { } @event && others.Contains(@event)) ?? [];
        var told = context.Event?.Ways.Where(way => way.Event is { } @event && others.Contains(@event)).ToArray() ?? [];
        var lacking = told.Length > 0
            ? string.Join(", ", told.Select(way => way.Text)) + Lacks(told.Length, name.Text, type)
            : string.Join(", ", others.Select(@event => $"event '{@event.Name}'")) + Lacks(others.Length, name.Text, type);
        environment.Report(FlowDiagnostics.MemberNotShared(name.Location, name.Text, lacking, having.Event.Name, ways), context);
    }

    private static string Lacks(int count, string member, string type) =>
        $" {(count == 1 ? "brings" : "bring")} no '{member}: {type}'";

    private BoundMember Member(BoundExpression target, FieldSymbol field, MemberName name, BindingContext context)
    {
        if (name.IsConditional && target.Type is NullableType)
            return new BoundMember(target, field, true, field.Type.ToNullable(), name.Span);
        return new BoundMember(converter.NotNull(target, context), field, false, field.Type, name.Span);
    }

    private BoundError WrongIndex(BoundExpression index, string wanted, TextSpan span, BindingContext context)
    {
        environment.Report(
            TypeDiagnostics.WrongOperand(context.Locate(index.Span), "[ ]", index.Type.Name, wanted), context);
        return new BoundError(span);
    }
}

/// <summary>A member as it is named at a place.</summary>
/// <param name="Location">Where the name stands.</param>
/// <param name="Span">The whole access, in the file of the context.</param>
internal sealed record MemberName(string Text, SourceLocation Location, TextSpan Span, bool IsConditional);
