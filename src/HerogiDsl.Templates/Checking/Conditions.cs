using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>Knows conditions again: what an if has decided, a later one with the same condition decides alike.</summary>
internal sealed class Conditions
{
    private readonly ParsedTemplate template;
    private readonly HashSet<string> repeated;

    public Conditions(ParsedTemplate template)
    {
        this.template = template;
        var atoms = template.All().OfType<IfNode>().SelectMany(node => Atoms(node.Condition));
        repeated = new HashSet<string>(
            atoms.GroupBy(atom => atom).Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);
    }

    /// <summary>What a path already knows of a condition.</summary>
    public bool? Known(TemplateExpr condition, Assumptions assumed)
    {
        switch (condition)
        {
            case LiteralExpr { Value: bool value }:
                return value;
            case UnaryExpr { Operator: "!" } not:
                return !Known(not.Operand, assumed);
            case BinaryExpr { Operator: "&&" } both:
                return And(Known(both.Left, assumed), Known(both.Right, assumed));
            case BinaryExpr { Operator: "||" } either:
                return !And(!Known(either.Left, assumed), !Known(either.Right, assumed));
            default:
                return assumed[Text(condition)];
        }
    }

    /// <summary>What a path knows once it has taken a condition to be true or false.</summary>
    public Assumptions Assume(TemplateExpr condition, bool value, Assumptions assumed)
    {
        switch (condition)
        {
            case UnaryExpr { Operator: "!" } not:
                return Assume(not.Operand, !value, assumed);
            case BinaryExpr { Operator: "&&" or "||" } pair when (pair.Operator == "&&") == value:
                return Assume(pair.Right, value, Assume(pair.Left, value, assumed));
            case BinaryExpr { Operator: "&&" or "||" } pair when Known(pair.Left, assumed) == !value:
                return Assume(pair.Right, value, assumed);
            case BinaryExpr { Operator: "&&" or "||" } pair when Known(pair.Right, assumed) == !value:
                return Assume(pair.Left, value, assumed);
            default:
                var text = Text(condition);
                return repeated.Contains(text) ? assumed.With(text, value) : assumed;
        }
    }

    public string Describe(TemplateExpr condition)
    {
        var text = Written(condition);
        return text.Length <= 40 ? text : text.Remove(39) + "…";
    }

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left & right;

    private IEnumerable<string> Atoms(TemplateExpr condition) => condition switch
    {
        UnaryExpr { Operator: "!" } not => Atoms(not.Operand),
        BinaryExpr { Operator: "&&" or "||" } pair => Atoms(pair.Left).Concat(Atoms(pair.Right)).Append(Text(pair)),
        _ when IsStable(condition) => [Text(condition)],
        _ => [],
    };

    // What the template itself names may change between two questions.
    private bool IsStable(TemplateExpr condition) => condition.DescendantsAndSelf().All(part => part switch
    {
        NameExpr name => !template.LocalNames.Contains(name.Name),
        CallExpr call => !template.LocalNames.Contains(call.Function),
        TemplateExpr => true,
        _ => false,
    });

    private string Text(TemplateExpr condition) =>
        string.Concat(Written(condition).Where(letter => !char.IsWhiteSpace(letter)));

    private string Written(TemplateExpr condition) => template.Text.Substring(
        condition.Span.Start, Math.Min(condition.Span.Length, template.Text.Length - condition.Span.Start));
}
