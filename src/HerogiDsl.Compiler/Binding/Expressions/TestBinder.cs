using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Literals;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using T = HerogiDsl.Compiler.Symbols.Types.BuiltInTypes;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>`in`, `matches` and `is`.</summary>
internal sealed class TestBinder(BinderEnvironment environment, ExpressionBinder expressions)
{
    public BoundExpression Bind(ExpressionSyntax syntax, BindingContext context) => syntax switch
    {
        InListSyntax inList => BindInList(inList, context),
        InRangeSyntax inRange => BindInRange(inRange, context),
        InStatusSyntax inStatus => BindInStatus(inStatus, context),
        MatchesSyntax matches => BindMatches(matches, context),
        IsSyntax { Event: null } isNull => BindIsNull(isNull, context),
        IsSyntax { Event: { } @event } isEvent => BindIsEvent(isEvent, @event, context),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    // example: event.plan in ["free", "pro"]
    private BoundExpression BindInList(InListSyntax syntax, BindingContext context)
    {
        var value = expressions.Bind(syntax.Value, context);
        var wanted = value.Type.IsError || value.Type.Underlying == T.Json ? null : new ListType(value.Type.Underlying);
        if (wanted is not null && !MayHold(syntax.List, value.Type, context, out var found))
        {
            environment.Report(
                TypeDiagnostics.WrongOperands(context.Locate(syntax.Span), "in", value.Type.Name, found.Name), context);
            return new BoundError(syntax.Span);
        }

        var list = expressions.Bind(syntax.List, context, wanted);
        if (value.Type.IsError || list.Type.IsError)
            return new BoundError(syntax.Span) { Parts = [expressions.Converter.NotNullBeside(value, context), list], MayProve = null };
        var elements = list.Type.Underlying == T.Json && wanted is not null ? wanted : list.Type.Underlying;
        if (elements is not ListType { Element: var element } || Conversions.Common(value.Type, element) is not { } common
            || (common == T.Json && element == T.Json))
        {
            environment.Report(
                TypeDiagnostics.WrongOperands(context.Locate(syntax.Span), "in", value.Type.Name, list.Type.Name), context);
            return new BoundError(syntax.Span);
        }

        CheckStatusItems(value, list, syntax.IsNot, context);
        var converted = expressions.Converter.TryConvert(value, element is NeverType ? value.Type : element, context)
            ?? value;
        return new BoundInList(
            converted,
            syntax.IsNot,
            expressions.Converter.TryConvert(list, elements, context) ?? list,
            syntax.Span);
    }

    // A list of simple items says itself of what it is; objects are what the value to the left of them is.
    private bool MayHold(ExpressionSyntax list, TypeSymbol value, BindingContext context, out TypeSymbol found)
    {
        found = T.Error;
        if (list is not ListSyntax { Items: { Length: > 0 } items } || items.Any(item => item is ObjectSyntax or ListSyntax))
            return true;
        found = expressions.Bind(list, context).Type;
        return found is not ListType { Element: { IsError: false } element } || Conversions.Common(value, element) is not null;
    }

    private void CheckStatusItems(BoundExpression value, BoundExpression list, bool isNot, BindingContext context)
    {
        if (list is not BoundList { Items: var items })
            return;
        foreach (var item in items)
            ConstantComparisons.CheckStatus(value, item, isNot, environment, context);
    }

    // example: event.amount in 1..100
    private BoundExpression BindInRange(InRangeSyntax syntax, BindingContext context)
    {
        var value = expressions.Bind(syntax.Value, context);
        var low = expressions.Bind(syntax.Low, context);
        var high = expressions.Bind(syntax.High, context);
        if (value.Type.IsError || low.Type.IsError || high.Type.IsError)
        {
            return new BoundError(syntax.Span)
            {
                Parts = [.. new[] { value, low, high }.Select(part => expressions.Converter.NotNullBeside(part, context))],
                MayProve = null,
            };
        }

        var bounds = Conversions.Common(low.Type, high.Type);
        var common = bounds is null ? null : Conversions.Common(value.Type, bounds);
        if (common is null || !Conversions.IsOrdered(common))
        {
            environment.Report(
                TypeDiagnostics.WrongOperands(
                    context.Locate(syntax.Span), "in", value.Type.Name, $"{low.Type.Name}..{high.Type.Name}"),
                context);
            return new BoundError(syntax.Span);
        }

        if (low is BoundLiteral { Value: long first } && high is BoundLiteral { Value: long last })
            ConstantComparisons.CheckStatusRange(value, (first, last), syntax.IsNot, environment, context);
        return new BoundInRange(
            expressions.Converter.TryConvert(value, common, context) ?? value,
            syntax.IsNot,
            expressions.Converter.TryConvert(low, common, context) ?? low,
            expressions.Converter.TryConvert(high, common, context) ?? high,
            syntax.Span);
    }

    // example: event.statusCode in 5xx
    private BoundExpression BindInStatus(InStatusSyntax syntax, BindingContext context)
    {
        var value = expressions.Bind(syntax.Value, context);
        if (value.Type.IsError)
            return new BoundError(syntax.Span) { Parts = [value], MayProve = null };
        if (value.Type.Underlying != T.Int && value.Type.Underlying != T.Json)
        {
            environment.Report(
                TypeDiagnostics.WrongOperand(context.Locate(value.Span), "in", value.Type.Name, "an 'int' before a status pattern"),
                context);
            return new BoundError(syntax.Span);
        }

        return new BoundInStatus(
            expressions.Converter.TryConvert(value, T.Int, context) ?? value,
            syntax.IsNot,
            syntax.First,
            syntax.Last,
            syntax.Span);
    }

    // example: event.email matches "@acme\\.io$"
    private BoundExpression BindMatches(MatchesSyntax syntax, BindingContext context)
    {
        var value = expressions.Bind(syntax.Value, context);
        if (RegexLiteral.FindFault(syntax.Pattern.Value) is { } fault)
        {
            environment.Report(
                SyntaxDiagnostics.Malformed(
                    context.Locate(syntax.Pattern.Span), $"this regular expression cannot be used: {fault}"),
                context);
            return new BoundError(syntax.Span);
        }

        if (value.Type.IsError)
            return new BoundError(syntax.Span) { Parts = [value], MayProve = null };
        if (expressions.Converter.TryConvert(value, T.String, context) is { } text)
            return new BoundMatches(text, syntax.IsNot, syntax.Pattern.Value, syntax.Span);
        environment.Report(
            TypeDiagnostics.WrongOperand(context.Locate(value.Span), "matches", value.Type.Name, "a 'string'"), context);
        return new BoundError(syntax.Span);
    }

    private BoundExpression BindIsNull(IsSyntax syntax, BindingContext context)
    {
        // `event is null` asks whether there is one, so that it may be asked where there may be none.
        var value = syntax.Value is NameSyntax { Name.Text: "event" } && context.Event is { } view
            ? new BoundEvent(TypeOf(view), syntax.Value.Span)
            : expressions.Bind(syntax.Value, context);
        if (value.Type.IsError && value is not BoundEvent)
            return new BoundIsNull(value, syntax.IsNot, syntax.Span) with { Type = T.Error };
        ConstantComparisons.CheckNull(value, syntax.IsNot, environment, context);
        return new BoundIsNull(value, syntax.IsNot, syntax.Span);
    }

    private BoundExpression BindIsEvent(IsSyntax syntax, Identifier name, BindingContext context)
    {
        var @event = EventLookup.Find(name, context, environment);
        if (syntax.Value is not NameSyntax { Name.Text: "event" })
        {
            var value = expressions.Bind(syntax.Value, context);
            if (!value.Type.IsError && @event is not null)
            {
                environment.Report(
                    TypeDiagnostics.WrongOperand(
                        context.Locate(syntax.Value.Span), "is", value.Type.Name, "'event' before the name of an event"),
                    context);
            }

            return new BoundError(syntax.Span);
        }

        if (context.Event is not { } view)
            return expressions.Roots.BindEvent(syntax.Value.Span, context);
        if (@event is null)
            return new BoundError(syntax.Span);
        CheckComes(@event, view, name, syntax, context);

        return new BoundIsEvent(new BoundEvent(TypeOf(view), syntax.Value.Span), syntax.IsNot, @event, syntax.Span);
    }

    // An action may ask where one of its runs leaves no choice.
    private void CheckComes(EventSymbol @event, EventView view, Identifier name, IsSyntax syntax, BindingContext context)
    {
        if (view.IsUnchecked)
            return;
        // A transition that could not be read may bring it.
        if (context.Scenario is { Whole.Span: var whole }
            && Declarations.SyntaxFaults.AreIn(context.Origin.Text, whole, environment))
            return;
        var isOnly = view is { IsSettled: true, MissingBecause: null, Events.Length: 1 } && context.Run is null;
        if (view.Events.Contains(@event) && !isOnly)
            return;
        var comes = view.Events.Contains(@event);
        environment.Report(
            TypeDiagnostics.ConstantComparison(
                context.Locate(name.Span),
                comes ? $"only '{name.Text}' comes here" : $"no event '{name.Text}' comes here",
                comes != syntax.IsNot),
            context);
    }

    private static TypeSymbol TypeOf(EventView view) => view.Events.Length switch
    {
        0 => T.Error,
        1 => view.Events[0],
        _ => new EventUnionType(view.Events),
    };
}
