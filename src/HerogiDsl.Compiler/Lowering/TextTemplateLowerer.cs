using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>
/// Turns a template that is text and holes alone into a method that writes it. Where a hole names what C# does not know
/// (the event after several, JSON, a member of what may be null), the template is left to the runtime.
/// </summary>
internal sealed class TextTemplateLowerer(ScenarioTables tables, StepScope scope)
{
    private const int LongestRawLine = 110;

    /// <summary>The call of the method; null for a template that is left to the runtime.</summary>
    /// <param name="template">The template.</param>
    /// <param name="name">What its field is called.</param>
    /// <param name="isOptional">Whether a single null leaves a parameter out.</param>
    public string? Lower(BoundTemplate template, string name, bool isOptional)
    {
        var holes = template.Pieces.OfType<BoundTemplateHole>().ToArray();
        if (holes.Length == 0 || !holes.All(hole => IsScalar(hole.Value.Type.Underlying) && IsPlain(hole.Value, template)))
            return null;
        var isLeftOut = isOptional && template.Pieces.Length == 1;
        var frame = new TemplateFrame(tables, scope);
        foreach (var hole in holes)
            frame.Declare(hole.Value);
        var field = tables.Template(template, name);
        var code = tables.NewCode();
        code.Add($"var writer = {Names.TemplateWriter}.Begin({field});");
        var inside = new ExpressionLowerer(tables, frame.Scope, template.Text);
        foreach (var piece in template.Pieces)
        {
            if (piece is BoundTemplateText text)
                AddText(code, text);
            else if (piece is BoundTemplateHole hole)
                code.Add(Hole(hole, inside));
        }

        code.Add(isLeftOut ? "return writer.EndOptional();" : "return writer.End();");
        var method = tables.TemplateMethod(field, isLeftOut ? "string?" : "string", frame.Parameters, code.ToLines());
        return $"{method}({frame.Arguments})";
    }

    private static bool IsScalar(TypeSymbol type) =>
        type is EnumSymbol || (type is PrimitiveType primitive && primitive != BuiltInTypes.Json);

    // A value that C# reaches as Scriban does, with nothing on the way that may be null.
    private bool IsPlain(BoundExpression value, BoundTemplate template) => value switch
    {
        BoundEvent @event => scope.Event.Type is { } known
            && (known.Equals(@event.Type) || (@event.Type is EventUnionType union && union.Events.Contains(known))),
        BoundSession session => scope.Find(session.Symbol) is { Text: not "null" },
        BoundParameter or BoundMeta or BoundAggregate => true,
        BoundMember { IsConditional: false } member => IsPresent(member.Target, template),
        BoundNotNull notNull => IsPresent(notNull.Operand, template),
        _ => false,
    };

    private bool IsPresent(BoundExpression value, BoundTemplate template) =>
        IsPlain(value, template) && !new ExpressionLowerer(tables, scope, template.Text).Lower(value).IsNullable;

    private string Hole(BoundTemplateHole hole, ExpressionLowerer expressions)
    {
        var value = expressions.Lower(hole.Value);
        var shown = tables.Types.TemplateValue(hole.Value.Type, value.Text, value.IsNullable);
        var (start, end) = (Number(hole.Span.Start), Number(hole.Span.End));
        return $"writer.{(hole.IsJsonValue ? "JsonHole" : "Hole")}({shown}, {start}..{end});";
    }

    private static void AddText(CodeBuilder code, BoundTemplateText piece)
    {
        if (!CanBeRaw(piece.Text))
        {
            code.Add($"writer.Text({CSharpLiteral.Text(piece.Text)}, {Number(piece.Span.Start)});");
            return;
        }

        code.Add("writer.Text(");
        code.Add("    \"\"\"");
        foreach (var line in piece.Text.Split('\n'))
            code.Add(line.Length == 0 ? "" : "    " + line);
        code.Add("    \"\"\",");
        code.Add($"    {Number(piece.Span.Start)});");
    }

    // Several lines, none of which C# would read otherwise or is too wide.
    private static bool CanBeRaw(string text) =>
        text.Contains('\n')
        && !text.Contains("\"\"\"")
        && text.All(letter => letter == '\n'
            || (!char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\u2028' or '\u2029')))
        && text.Split('\n').All(line => line.Length <= LongestRawLine && !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a method that writes a template is given.</summary>
internal sealed class TemplateFrame(ScenarioTables tables, StepScope outside)
{
    private readonly HashSet<object> _known = [];
    private readonly List<(string Parameter, string Argument)> _given = [];

    /// <summary>The names inside of the method.</summary>
    public StepScope Scope { get; } = new(new EventPlace("@event", outside.Event.Type));

    public string Parameters => string.Join(", ", _given.Select(each => each.Parameter));

    public string Arguments => string.Join(", ", _given.Select(each => each.Argument));

    /// <summary>Gives the method what a value is read of.</summary>
    public void Declare(BoundExpression value)
    {
        switch (value)
        {
            case BoundMember member:
                Declare(member.Target);
                break;
            case BoundNotNull notNull:
                Declare(notNull.Operand);
                break;
            case BoundEvent when outside.Event.Type is { } type && _known.Add(type):
                _given.Add((tables.Names.Global(type) + " @event", outside.Event.Text));
                break;
            case BoundSession { Symbol: var datum } when outside.Find(datum) is { } place && _known.Add(datum):
                var name = Scope.Declare(datum, place.IsNullable);
                _given.Add(($"{TypeOf(datum.Type, place.IsNullable)} {name}", place.Text));
                break;
            case BoundParameter { Symbol: var parameter } when _known.Add(parameter):
                _given.Add(($"{tables.Types.Name(parameter.Type)} {Scope.Declare(parameter)}", outside.Find(parameter)));
                break;
            case BoundMeta or BoundAggregate when _known.Add(Names.StepContext):
                _given.Add(($"{Names.StepContext} context", "context"));
                break;
        }
    }

    private string TypeOf(TypeSymbol type, bool isNullable) =>
        tables.Types.Name(isNullable ? type.ToNullable() : type.Underlying);
}
