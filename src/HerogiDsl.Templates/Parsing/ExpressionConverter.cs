using System.Runtime.CompilerServices;
using HerogiDsl.Templates.Syntax;
using Scriban.Syntax;

namespace HerogiDsl.Templates.Parsing;

/// <summary>Turns Scriban's expressions into ours.</summary>
internal sealed class ExpressionConverter(string text, LocalNames names, StatementConverter statements)
{
    public TemplateExpr Convert(ScriptExpression? expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            null => new OtherExpr(new TemplateSpan(0, 0), []),
            ScriptNestedExpression nested => Convert(nested.Expression),
            ScriptVariable variable => Name(variable),
            ScriptThisExpression => new NameExpr(Span(expression), "this"),
            ScriptIsEmptyExpression empty => new UnaryExpr(Span(empty), "empty?", Convert(empty.Target)),
            ScriptMemberExpression member => Member(member),
            ScriptIndexerExpression index => new IndexExpr(Span(index), Convert(index.Target), Convert(index.Index)),
            ScriptLiteral literal => new LiteralExpr(Span(literal), literal.Value),
            ScriptPipeCall pipe => Pipe(pipe),
            ScriptFunctionCall call => Call(call, null),
            ScriptIncrementDecrementExpression step => Increment(step),
            ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionAlias } alias => Alias(alias),
            ScriptUnaryExpression unary => new UnaryExpr(Span(unary), unary.OperatorAsText ?? "", Convert(unary.Right)),
            ScriptBinaryExpression binary => new BinaryExpr(
                Span(binary), binary.OperatorAsText ?? "", Convert(binary.Left), Convert(binary.Right)),
            ScriptConditionalExpression condition => new ConditionalExpr(
                Span(condition), Convert(condition.Condition), Convert(condition.ThenValue), Convert(condition.ElseValue)),
            ScriptArrayInitializerExpression array => new ArrayExpr(Span(array), [.. array.Values.Select(Convert)]),
            ScriptObjectInitializerExpression map => new ObjectExpr(Span(map), [.. map.Members.Select(ObjectMember)]),
            ScriptAnonymousFunction { Function: { } function } => new LambdaExpr(Span(expression), statements.Function(function)),
            ScriptNamedArgument argument => Convert(argument.Value),
            _ => new OtherExpr(Span(expression), Parts(expression)),
        };
    }

    public TemplateSpan Span(ScriptNode node) => ScribanReader.Span(node.Span, text);

    /// <summary>What is assigned: a bare name is a name there, whatever function is called so.</summary>
    public TemplateExpr Target(ScriptExpression? target)
    {
        if (target is ScriptVariableGlobal variable)
        {
            names.Add(variable.Name);
            return new NameExpr(Span(variable), variable.Name);
        }

        return Convert(target);
    }

    private static string? DottedName(ScriptExpression? expression) => expression switch
    {
        ScriptVariableGlobal variable => variable.Name,
        ScriptMemberExpression { Target: { } target, Member: { } member } =>
            DottedName(target) is { } start ? start + "." + member.Name : null,
        _ => null,
    };

    private TemplateExpr Name(ScriptVariable variable)
    {
        var name = variable.Scope == ScriptVariableScope.Local ? "$" + variable.BaseName.TrimStart('$') : variable.Name;
        if (variable.Scope == ScriptVariableScope.Local)
        {
            names.Add(name);
        }

        return TemplateFunctions.Find(name) is { MinArguments: 0 } && !names.Contains(name)
            ? new CallExpr(Span(variable), name, Span(variable), [])
            : new NameExpr(Span(variable), name);
    }

    private TemplateExpr Member(ScriptMemberExpression member)
    {
        if (DottedName(member) is { } dotted && Known(dotted))
        {
            return new CallExpr(Span(member), dotted, Span(member), []);
        }

        var conditional = member.DotToken?.Value == "?.";
        var name = member.Member;
        return name is null
            ? Convert(member.Target)
            : new MemberExpr(Span(member), Convert(member.Target), name.Name, Span(name), conditional);
    }

    private static bool Known(string name) => TemplateFunctions.Find(name) is not null || TemplateFunctions.Refused.ContainsKey(name);

    private TemplateExpr Increment(ScriptIncrementDecrementExpression step)
    {
        var operand = Convert(step.Right);
        names.AddTarget(operand);
        return new UnaryExpr(Span(step), step.OperatorAsText ?? "++", operand);
    }

    private TemplateExpr Alias(ScriptUnaryExpression alias) =>
        alias.Right is { } right && DottedName(right) is { } name
            ? new FunctionReferenceExpr(Span(alias), name)
            : Convert(alias.Right);

    // a | f 1 | g  is  a | (f 1 | g)  in Scriban's tree, and means  g(f(a, 1)).
    private TemplateExpr Pipe(ScriptPipeCall pipe)
    {
        var value = Convert(pipe.From);
        ScriptExpression? rest = pipe.To;
        while (rest is ScriptPipeCall next)
        {
            value = PipeInto(next.From, value);
            rest = next.To;
        }

        return PipeInto(rest, value);
    }

    private TemplateExpr PipeInto(ScriptExpression? function, TemplateExpr value) => function switch
    {
        ScriptFunctionCall call => Call(call, value),
        not null => Called(function, Span(function), [value]),
        null => value,
    };

    private TemplateExpr Call(ScriptFunctionCall call, TemplateExpr? piped)
    {
        var arguments = call.Arguments.Select(Convert);
        var span = Span(call);
        return Called(call.Target, span, piped is null ? [.. arguments] : [piped, .. arguments]);
    }

    private TemplateExpr Called(ScriptExpression? target, TemplateSpan span, IReadOnlyList<TemplateExpr> arguments)
    {
        var end = arguments.Select(argument => argument.Span.End).Append(span.End).Max();
        var start = arguments.Select(argument => argument.Span.Start).Append(span.Start).Min();
        var whole = new TemplateSpan(start, Math.Max(0, end - start));
        return target is not null && DottedName(target) is { } name
            ? new CallExpr(whole, name, Span(target), arguments)
            : new WrongCallExpr(whole, Convert(target), arguments);
    }

    private ObjectMember ObjectMember(ScriptObjectMember member)
    {
        var name = member.Name switch
        {
            ScriptVariable variable => variable.Name,
            ScriptLiteral { Value: { } value } => value.ToString() ?? "",
            _ => "",
        };
        return new ObjectMember(name, Convert(member.Value));
    }

    private TemplateExpr[] Parts(ScriptNode node)
    {
        var parts = new List<TemplateExpr>();
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            switch (node.GetChildren(i))
            {
                case ScriptExpression expression:
                    parts.Add(Convert(expression));
                    break;
                case ScriptList list:
                    parts.AddRange(Parts(list));
                    break;
                default:
                    break;
            }
        }

        return [.. parts];
    }
}
