using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Aggregates: their definitions, a method each that says what an event contributes, and how they are read.</summary>
internal sealed class AggregateLowerer(ScenarioPlan plan)
{
    private SourceText Text => plan.Scenario.Symbol.Origin.Text;

    public IEnumerable<(AggregateModel Model, MethodModel Method)> Lower()
    {
        foreach (var aggregate in plan.Scenario.Symbol.Aggregates)
        {
            if (aggregate.Event is not { } @event)
                continue;
            var method = plan.Tables.MethodNames.Take(CSharpNames.Pascal(aggregate.Name).TrimStart('@') + "Of");
            yield return (
                new AggregateModel(
                    aggregate.Name,
                    CSharpNames.Pascal(aggregate.Declaration.Function.Text),
                    @event.Name,
                    CSharpLiteral.Duration(aggregate.Declaration.Over.Value),
                    aggregate.Declaration.IsTumbling,
                    Describe(aggregate),
                    method),
                LowerContribution(aggregate, @event, method));
        }
    }

    // example: session.spent
    public static CSharpCode Read(AggregateSymbol aggregate)
    {
        var type = aggregate.Type.Underlying;
        var method = type == BuiltInTypes.Int ? "Int"
            : type == BuiltInTypes.Decimal ? "Decimal"
            : type == BuiltInTypes.DateTime ? "DateTime"
            : type == BuiltInTypes.Date ? "Date"
            : "Duration";
        var isNullable = aggregate.Type.IsNullable;
        var suffix = isNullable && Binding.Expressions.Conversions.IsNumeric(type) ? "OrNull" : "";
        return CSharpCode.Primary($"context.Aggregates.{method}{suffix}({CSharpLiteral.Text(aggregate.Name)})", isNullable);
    }

    // example: sum(Purchase.amount) where event.amount > 0 over sliding
    private string Describe(AggregateSymbol aggregate)
    {
        var declaration = aggregate.Declaration;
        var field = declaration.Field is { } name ? "." + name.Text : "";
        var where = declaration.Where is { } condition ? " where " + SourceLines.OneLine(Text, condition.Span) : "";
        // A longer or shorter sliding window goes on with what is there; a tumbling one has other bounds.
        var over = declaration.IsTumbling ? "tumbling " + SourceLines.OneLine(Text, declaration.Over.Span) : "sliding";
        return $"{declaration.Function.Text}({declaration.Event.Text}{field}){where} over {over}";
    }

    private MethodModel LowerContribution(AggregateSymbol aggregate, EventSymbol @event, string method)
    {
        var code = plan.Tables.NewCode();
        var scope = new StepScope(new EventPlace("@event", @event));
        if (aggregate.Where is not null || aggregate.Field is not null)
            code.Add($"var @event = {Names.Functions}.Event<{plan.Tables.Names.Global(@event)}>(counted);");
        if (aggregate.Where is { } where)
        {
            new StatementLowerer(plan.Tables, scope, method, code).At(Text, aggregate.Declaration.KeywordSpan);
            var expressions = new ExpressionLowerer(plan.Tables, scope, Text);
            code.AddMapped("if (", expressions.Condition(where), ")", Text, where.Span);
            code.Open();
            code.Add($"return {Value(aggregate)};");
            code.Close();
            code.Blank();
        }

        code.Add(aggregate.Where is null ? $"return {Value(aggregate)};" : "return null;");
        return new MethodModel(
            SourceLines.Shortened(SourceLines.OneLine(Text, aggregate.Declaration.Span)),
            $"private static decimal? {method}({Names.IEvent} counted, {Names.StepContext} context)",
            code.ToLines());
    }

    private string Value(AggregateSymbol aggregate)
    {
        if (aggregate.Field is not { } field)
            return "1";
        var value = "@event." + plan.Tables.Names.Property(field);
        return Binding.Expressions.Conversions.IsNumeric(field.Type.Underlying)
            ? value
            : $"{Names.AggregateValues}.Number({value})";
    }
}
