using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>Binds the aggregates of a scenario: `count(E)`, `sum(E.f)`, `min`, `max` and `avg`.</summary>
internal sealed class AggregateBinder(BinderEnvironment environment, ExpressionBinder expressions, ScenarioSymbol scenario)
{
    private readonly BindingContext _context = new(scenario.Origin, Surroundings.Scenario) { Scenario = scenario };

    // example: aggregate spent = sum(Purchase.amount) over 7d
    public AggregateSymbol Bind(AggregateSyntax syntax)
    {
        if (FindEvent(syntax.Event) is not { } @event)
            return new AggregateSymbol(syntax, BuiltInTypes.Error);
        if (syntax.Field is not { } name)
            return new AggregateSymbol(syntax, BuiltInTypes.Int) { Event = @event };
        var field = FindField(name, @event);
        return new AggregateSymbol(syntax, field is null ? BuiltInTypes.Error : TypeOf(syntax, field))
        {
            Event = @event,
            Field = field,
        };
    }

    /// <summary>Binds the condition, which sees nothing but the event being counted.</summary>
    public void BindWhere(AggregateSyntax syntax)
    {
        if (syntax.Where is null)
            return;
        var @event = environment.Table.Types.Find(syntax.Event.Text, scenario.Origin) as EventSymbol;
        var context = new BindingContext(scenario.Origin, Surroundings.AggregateWhere)
        {
            Scenario = scenario,
            Event = @event is null ? EventView.Unchecked : EventView.Of(@event),
        };
        var condition = expressions.BindCondition(syntax.Where, context);
        if (scenario.Aggregates.FirstOrDefault(aggregate => aggregate.Declaration == syntax) is { } symbol)
            symbol.Where = condition;
    }

    private EventSymbol? FindEvent(Identifier name)
    {
        if (EventLookup.Find(name, _context, environment) is not { } @event)
            return null;
        if (!@event.IsAnswer)
            return @event;
        environment.Report(
            NameDiagnostics.WrongEventKind(
                _context.Locate(name.Span), @event.Name, "in an aggregate", "an aggregate counts ordinary events"),
            _context);
        return null;
    }

    private FieldSymbol? FindField(Identifier name, EventSymbol @event)
    {
        var field = @event.Fields.FirstOrDefault(candidate => candidate.Name == name.Text);
        if (field is null)
        {
            environment.Report(
                NameDiagnostics.UnknownMember(
                    _context.Locate(name.Span), name.Text, $"event '{@event.Name}'", [.. @event.Fields.Select(each => each.Name)]),
                _context);
        }

        return field;
    }

    private TypeSymbol TypeOf(AggregateSyntax syntax, FieldSymbol field)
    {
        var type = field.Type.Underlying;
        var function = syntax.Function.Text;
        if (type.IsError)
            return field.Type;
        if (Conversions.IsNumeric(type) || (function is "min" or "max" && Conversions.IsTime(type)))
        {
            return function switch
            {
                "sum" => type,
                "avg" => BuiltInTypes.Decimal.ToNullable(),
                _ => type.ToNullable(),
            };
        }

        environment.Report(
            TypeDiagnostics.WrongArgument(
                _context.Locate(syntax.Field?.Span ?? syntax.Span),
                function,
                field.Type.Name,
                function is "min" or "max" ? "a field that is a number or a time" : "an 'int' or a 'decimal' field"),
            _context);
        return BuiltInTypes.Error;
    }
}
