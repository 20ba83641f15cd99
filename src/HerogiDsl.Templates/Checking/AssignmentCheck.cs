using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>What the language puts in scope is read only.</summary>
internal static class AssignmentCheck
{
    public static void Run(ParsedTemplate template, List<TemplateError> errors)
    {
        foreach (var syntax in template.All())
        {
            var target = syntax switch
            {
                AssignNode assign => assign.Target,
                CaptureNode capture => capture.Target,
                ForNode loop => loop.Variable,
                UnaryExpr { Operator: "++" or "--" } step => step.Operand,
                _ => null,
            };
            if (target is not null && Root(target) is { } root && IsFixed(template, root, target))
            {
                errors.Add(Refusal(root.Name, target.Span));
            }

            if (syntax is FunctionNode function)
            {
                errors.AddRange(function.Parameters.Append(function.Name)
                    .Where(ScopeNames.Contains)
                    .Select(name => Refusal(name, function.Span)));
            }
        }
    }

    // 'string' may be a name of the template's own, but 'string.upcase' belongs to everybody.
    private static bool IsFixed(ParsedTemplate template, NameExpr root, TemplateExpr target) =>
        ScopeNames.Contains(root.Name)
        || (target is not NameExpr && ScopeNames.IsLibrary(root.Name) && !template.LocalNames.Contains(root.Name));

    private static NameExpr? Root(TemplateExpr target)
    {
        while (true)
        {
            switch (target)
            {
                case NameExpr name:
                    return name;
                case MemberExpr { Target: NameExpr { Name: "this" } self } member:
                    return new NameExpr(self.Span, member.Name);
                case MemberExpr member:
                    target = member.Target;
                    break;
                case CallExpr { Arguments.Count: 0 } call when call.Function.Contains('.'):
                    return new NameExpr(call.Span, call.Function.Split('.')[0]);
                case IndexExpr index:
                    target = index.Target;
                    break;
                default:
                    return null;
            }
        }
    }

    private static TemplateError Refusal(string name, TemplateSpan span) => new(
        TemplateErrorKind.Syntax,
        span,
        "'" + name + "' cannot be assigned in a template",
        "give the value a name of its own: '{{ x = … }}'");
}
