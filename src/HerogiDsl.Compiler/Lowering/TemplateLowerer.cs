using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns templates into calls that render them; a text without holes stands as it is.</summary>
internal sealed class TemplateLowerer(ScenarioTables tables, StepScope scope)
{
    private readonly TextTemplateLowerer _texts = new(tables, scope);

    /// <summary>The rendered text. <paramref name="name"/> is what the template's field is called.</summary>
    public string Lower(BoundTemplate template, string name) =>
        template.IsConstant
            ? CSharpLiteral.Text(template.Value)
            : _texts.Lower(template, name, isOptional: false) ?? Call("Render", template, name);

    /// <summary>The rendered text, or null where the parameter is to be left out.</summary>
    public string LowerOptional(BoundTemplate template, string name) =>
        template.IsConstant
            ? CSharpLiteral.Text(PercentEncoding.Encode(template.Value))
            : _texts.Lower(template, name, isOptional: true) ?? Call("RenderOptional", template, name);

    private string Call(string method, BoundTemplate template, string name)
    {
        var @event = template.UsesEvent ? scope.Event.Text : "null";
        var session = template.Session.Select(datum =>
            Value(datum.Name, datum.Type, scope.Find(datum) ?? new DataPlace("null", true, false)))
            .Concat(template.Aggregates.Select(aggregate =>
                $"new({CSharpLiteral.Text(aggregate.Name)}, {AggregateLowerer.Read(aggregate).Text})"));
        var parameters = template.Parameters.Select(parameter =>
            Value(parameter.Name, parameter.Type, new DataPlace(scope.Find(parameter), parameter.Type.IsNullable, true)));
        return $"context.{method}({tables.Template(template, name)}, {@event}, "
            + $"[{string.Join(", ", session)}], [{string.Join(", ", parameters)}])";
    }

    private string Value(string name, Symbols.Types.TypeSymbol type, DataPlace place)
    {
        var value = place.Text == "null" ? "null" : tables.Types.TemplateValue(type, place.Text, place.IsNullable);
        return $"new({CSharpLiteral.Text(name)}, {value})";
    }
}
