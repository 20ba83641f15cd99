using System.Runtime.CompilerServices;
using HerogiDsl.Templates.Syntax;
using Scriban.Syntax;

namespace HerogiDsl.Templates.Parsing;

/// <summary>Turns Scriban's statements into ours.</summary>
internal sealed class StatementConverter
{
    private readonly string text;
    private readonly LocalNames names;
    private readonly ExpressionConverter expressions;

    public StatementConverter(string text, LocalNames names)
    {
        this.text = text;
        this.names = names;
        expressions = new ExpressionConverter(text, names, this);
    }

    public IReadOnlyList<TemplateNode> Block(ScriptBlockStatement? block)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (block is null)
        {
            return [];
        }

        var nodes = new List<TemplateNode>();
        var opening = -1;
        foreach (var statement in block.Statements)
        {
            if (Convert(statement, opening) is { } node)
            {
                nodes.Add(node);
            }

            opening = statement is ScriptEscapeStatement { IsEntering: true, EscapeCount: 0 } enter
                ? enter.Span.Start.Offset
                : -1;
        }

        return nodes;
    }

    public FunctionNode Function(ScriptFunction function)
    {
        var name = function.NameOrDoToken is ScriptVariable variable ? variable.Name : "";
        names.Add(name);
        var parameters = new List<string>();
        var defaults = new List<TemplateExpr>();
        foreach (var parameter in function.Parameters ?? [])
        {
            var parameterName = parameter.Name?.Name ?? "";
            names.Add(parameterName);
            parameters.Add(parameterName);
            if (parameter.DefaultValue is { } value)
            {
                defaults.Add(expressions.Convert(value));
            }
        }

        IReadOnlyList<TemplateNode> body = function.Body switch
        {
            ScriptBlockStatement block => Block(block),
            { } statement when Convert(statement, -1) is { } node => [node],
            _ => [],
        };
        return new FunctionNode(Span(function), name, parameters, defaults, body);
    }

    private TemplateNode? Convert(ScriptStatement statement, int opening) => statement switch
    {
        ScriptRawStatement raw => Text(raw),
        ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement => null,
        ScriptExpressionStatement expression => Expression(expression.Expression, opening),
        ScriptIfStatement condition => If(condition),
        ScriptForStatement loop => For(loop),
        ScriptWhileStatement loop => While(loop),
        ScriptCaseStatement choice => Case(choice),
        ScriptCaptureStatement capture => Capture(capture),
        ScriptFunction function => Function(function),
        ScriptWithStatement with => new WithNode(Span(with), expressions.Convert(with.Name), Block(with.Body)),
        ScriptWrapStatement wrap => Other(wrap, "wrap", wrap.Target, Block(wrap.Body)),
        ScriptReturnStatement ret => Other(ret, "ret", ret.Expression, []),
        ScriptBreakStatement => Other(statement, "break", null, []),
        ScriptContinueStatement => Other(statement, "continue", null, []),
        ScriptImportStatement import => Other(import, "import", import.Expression, []),
        ScriptReadOnlyStatement fixedName => Other(fixedName, "readonly", fixedName.Variable, []),
        ScriptBlockStatement block => Other(block, "block", null, Block(block)),
        _ => Other(statement, statement.GetType().Name, null, []),
    };

    private TemplateSpan Span(ScriptNode node) => expressions.Span(node);

    private OtherNode Other(
        ScriptNode node, string keyword, ScriptExpression? argument, IReadOnlyList<TemplateNode> body) =>
        new(Span(node), keyword, argument is null ? [] : [expressions.Convert(argument)], body);

    private TextNode? Text(ScriptRawStatement raw)
    {
        var slice = raw.Text;
        if (slice.Length == 0)
        {
            return null;
        }

        var ofTheText = ReferenceEquals(slice.FullText, text) || slice.FullText == text;
        var start = ofTheText ? slice.Index : raw.Span.Start.Offset;
        return new TextNode(new TemplateSpan(start, slice.Length), slice.ToString());
    }

    private TemplateNode Expression(ScriptExpression? expression, int opening)
    {
        if (expression is ScriptAssignExpression assign)
        {
            var value = expressions.Convert(assign.Value);
            return new AssignNode(Span(assign), expressions.Target(assign.Target), value);
        }

        var written = expressions.Convert(expression);
        var hole = new HoleNode(written.Span, written, IsRaw(written));
        return opening < 0 ? hole : hole with { Opening = opening };
    }

    private static bool IsRaw(TemplateExpr value) => value switch
    {
        CallExpr { Function: "raw" } => true,
        ConditionalExpr choice => IsRaw(choice.Then) || IsRaw(choice.Else),
        _ => false,
    };

    private IfNode If(ScriptIfStatement statement)
    {
        var condition = expressions.Convert(statement.Condition);
        var then = Block(statement.Then);
        return new IfNode(Span(statement), condition, then, Else(statement.Else));
    }

    private IReadOnlyList<TemplateNode> Else(ScriptConditionStatement? otherwise) => otherwise switch
    {
        ScriptElseStatement block => Block(block.Body),
        ScriptIfStatement next => [If(next)],
        _ => [],
    };

    private ForNode For(ScriptForStatement loop)
    {
        var variable = expressions.Target(loop.Variable);
        var isTable = loop is ScriptTableRowStatement;
        names.Add("for");
        if (isTable)
        {
            names.Add("tablerow");
        }

        var iterable = expressions.Convert(loop.Iterator);
        var arguments = (loop.NamedArguments ?? []).Select(expressions.Convert).ToArray();
        return new ForNode(
            Span(loop), variable, iterable, arguments, Block(loop.Body), Else(loop.Else), isTable);
    }

    private WhileNode While(ScriptWhileStatement loop)
    {
        names.Add("while");
        return new WhileNode(Span(loop), expressions.Convert(loop.Condition), Block(loop.Body));
    }

    private CaseNode Case(ScriptCaseStatement choice)
    {
        var value = expressions.Convert(choice.Value);
        var whens = new List<WhenNode>();
        IReadOnlyList<TemplateNode> otherwise = [];
        ScriptConditionStatement? next = choice.Body?.Statements.OfType<ScriptWhenStatement>().FirstOrDefault();
        while (next is ScriptWhenStatement when)
        {
            whens.Add(new WhenNode(Span(when), [.. when.Values.Select(expressions.Convert)], Block(when.Body)));
            next = when.Next;
        }

        if (next is ScriptElseStatement block)
        {
            otherwise = Block(block.Body);
        }

        return new CaseNode(Span(choice), value, whens, otherwise);
    }

    private CaptureNode Capture(ScriptCaptureStatement capture)
    {
        var target = expressions.Target(capture.Target);
        return new CaptureNode(Span(capture), target, Block(capture.Body));
    }
}
