using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Templates;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>Binds the expressions of one template: members are checked, all else is Scriban's affair.</summary>
internal sealed class TemplateExpressionBinder(
    ExpressionBinder expressions,
    TemplateSource source,
    BindingContext context,
    Dictionary<string, TypeSymbol> locals,
    IReadOnlyList<TemplateSpan> misread)
{
    private static readonly HashSet<string> OwnNames =
        new(StringComparer.Ordinal) { "for", "while", "tablerow", "this", "empty", "blank" };

    private static readonly HashSet<string> TimeMembers = new(StringComparer.Ordinal)
    {
        "year", "month", "day", "day_of_year", "day_of_week", "hour", "minute", "second", "millisecond",
        "days", "hours", "minutes", "seconds", "milliseconds",
        "total_days", "total_hours", "total_minutes", "total_seconds", "total_milliseconds",
    };

    private readonly HashSet<SessionSymbol> _session = [];
    private readonly HashSet<ParameterSymbol> _parameters = [];
    private int _lenient;
    private int _depth;

    public bool HasErrors { get; private set; }

    public bool UsesEvent { get; private set; }

    public IReadOnlyCollection<SessionSymbol> Session => _session;

    public IReadOnlyCollection<ParameterSymbol> Parameters => _parameters;

    /// <summary>Until it is disposed, unknown bare names are taken as members of a `with`.</summary>
    public IDisposable Leniently()
    {
        _lenient++;
        return new Lenience(this);
    }

    public TemplateValue Bind(TemplateExpr expression)
    {
        // Scriban nests as deep as the text says; what is deeper than any person writes is not followed.
        if (_depth > 200)
            return Unknown(expression.Span, []);
        _depth++;
        try
        {
            return BindCore(expression);
        }
        finally
        {
            _depth--;
        }
    }

    private TemplateValue BindCore(TemplateExpr expression) => expression switch
    {
        NameExpr name => new TemplateValue(BindName(name), []),
        MemberExpr member => BindMember(member),
        IndexExpr index => BindIndex(index),
        LiteralExpr literal => new TemplateValue(BindLiteral(literal), []),
        UnaryExpr { Operator: "!" } not => BindNot(not),
        BinaryExpr { Operator: "&&" or "||" } logical => BindLogical(logical),
        BinaryExpr { Operator: "==" or "!=" } equality => BindEquality(equality),
        CallExpr call when misread.Contains(call.FunctionSpan) => Unknown(call.Span, []),
        CallExpr call => BindCall(call),
        WrongCallExpr => Unknown(expression.Span, []),
        _ => Unknown(expression.Span, [.. expression.Children.SelectMany(ReadsOf)]),
    };

    private BoundExpression BindName(NameExpr name)
    {
        var span = source.Locate(name.Span);
        if (context.Parameters.FirstOrDefault(candidate => candidate.Name == name.Name) is { } parameter)
        {
            _parameters.Add(parameter);
            return new BoundParameter(parameter, span);
        }

        if (locals.TryGetValue(name.Name, out var local))
            return new BoundTemplateLocal(name.Name, local, span);
        if (name.Name == "event" && context.Event is not null)
        {
            UsesEvent = true;
            return Checked(expressions.Roots.BindEvent(span, context));
        }

        if (_lenient > 0 || name.Name.StartsWith("$", StringComparison.Ordinal) || OwnNames.Contains(name.Name))
            return new BoundError(span);
        return Checked(expressions.Roots.ReportUnknownName(name.Name, span, context));
    }

    private TemplateValue BindMember(MemberExpr member)
    {
        var name = new MemberName(
            member.Name, source.LocateIn(member.NameSpan), source.Locate(member.Span), member.IsNullConditional);
        if (member.Target is NameExpr { Name: var root } target
            && RootBinder.IsRoot(root) && !locals.ContainsKey(root)
            && !context.Parameters.Any(parameter => parameter.Name == root))
        {
            UsesEvent |= root == "event";
            var value = Checked(expressions.Roots.BindRootMember(root, source.Locate(target.Span), name, context));
            if (value is BoundSession { Symbol: var datum })
                _session.Add(datum);
            return new TemplateValue(value, []);
        }

        var owner = Bind(member.Target);
        if (owner.Expression.Type.IsError
            || (Conversions.IsTime(owner.Expression.Type.Underlying) && TimeMembers.Contains(member.Name)))
        {
            return owner with { Expression = new BoundError(name.Span) };
        }

        return owner with { Expression = Checked(expressions.Members.BindMember(owner.Expression, name, context)) };
    }

    private TemplateValue BindIndex(IndexExpr index)
    {
        var target = Bind(index.Target);
        var position = Bind(index.Index);
        var span = source.Locate(index.Span);
        ImmutableArray<BoundTemplateNode> reads = [.. target.Reads, .. position.Reads, Read(position, index.Index)];
        return target.Expression.Type.IsError || position.Expression.Type.IsError
            ? new TemplateValue(new BoundError(span), reads)
            : new TemplateValue(
                Checked(expressions.Members.BindIndex(target.Expression, position.Expression, span, context)), reads);
    }

    private BoundExpression BindLiteral(LiteralExpr literal)
    {
        var span = source.Locate(literal.Span);
        return literal.Value switch
        {
            null => new BoundLiteral(null, BuiltInTypes.Null, span),
            bool value => new BoundLiteral(value, BuiltInTypes.Bool, span),
            int value => new BoundLiteral((long)value, BuiltInTypes.Int, span),
            long value => new BoundLiteral(value, BuiltInTypes.Int, span),
            string value => new BoundLiteral(value, BuiltInTypes.String, span),
            _ => new BoundError(span),
        };
    }

    private TemplateValue BindNot(UnaryExpr not)
    {
        var operand = Bind(not.Operand);
        var span = source.Locate(not.Span);
        return TemplateConditions.Of(operand.Expression) is { } condition
            ? operand with { Expression = new BoundUnary(UnaryOperator.Not, condition, BuiltInTypes.Bool, span) }
            : Unknown(not.Span, [.. operand.Reads, Read(operand, not.Operand)]);
    }

    // example: {{ if event.ok && event.body.id }}: the right side is read where the left one holds.
    private TemplateValue BindLogical(BinaryExpr logical)
    {
        var isAnd = logical.Operator == "&&";
        var left = Bind(logical.Left);
        var right = Bind(logical.Right);
        var leftCondition = TemplateConditions.Of(left.Expression);
        ImmutableArray<BoundTemplateNode> rightReads = [.. right.Reads, Read(right, logical.Right)];
        ImmutableArray<BoundTemplateNode> reads =
        [
            .. left.Reads,
            Read(left, logical.Left),
            isAnd ? new BoundTemplateIf(leftCondition, rightReads, []) : new BoundTemplateIf(leftCondition, [], rightReads),
        ];
        var rightCondition = TemplateConditions.Of(right.Expression);
        if (leftCondition is null || rightCondition is null)
        {
            // What the other side proves holds all the same where both sides must.
            return (leftCondition ?? rightCondition) is { } one && isAnd
                ? new TemplateValue(one, reads)
                : Unknown(logical.Span, reads);
        }

        var bound = new BoundBinary(
            isAnd ? BinaryOperator.And : BinaryOperator.Or,
            leftCondition,
            rightCondition,
            BuiltInTypes.Bool,
            source.Locate(logical.Span));
        return new TemplateValue(bound, reads);
    }

    private TemplateValue BindEquality(BinaryExpr equality)
    {
        var left = Bind(equality.Left);
        var right = Bind(equality.Right);
        ImmutableArray<BoundTemplateNode> reads =
            [.. left.Reads, Read(left, equality.Left), .. right.Reads, Read(right, equality.Right)];
        var value = right.Expression.Type is NullType ? left : left.Expression.Type is NullType ? right : null;
        return value is null || value.Expression.Type.IsError
            ? Unknown(equality.Span, reads)
            : new TemplateValue(
                new BoundIsNull(value.Expression, equality.Operator == "!=", source.Locate(equality.Span)), reads);
    }

    private TemplateValue BindCall(CallExpr call)
    {
        var reads = call.Arguments.SelectMany(ReadsOf).ToImmutableArray();
        if (call.Function == "raw" && call.Arguments.Count == 1)
            return Bind(call.Arguments[0]);
        var type = Functions.All.FirstOrDefault(function => function.Name == call.Function)?.Returns;
        return type is null or NeverType || type == BuiltInTypes.Int || type == BuiltInTypes.Decimal
            ? Unknown(call.Span, reads)
            : new TemplateValue(new BoundTemplateLocal(call.Function, type, source.Locate(call.Span)), reads);
    }

    private IEnumerable<BoundTemplateNode> ReadsOf(HerogiDsl.Templates.Syntax.TemplateSyntax child)
    {
        if (child is not TemplateExpr expression)
            return child.Children.SelectMany(ReadsOf);
        var value = Bind(expression);
        return [.. value.Reads, Read(value, expression)];
    }

    private BoundTemplateRead Read(TemplateValue value, TemplateExpr expression) =>
        new(value.Expression, source.LocateIn(expression.Span), false);

    private TemplateValue Unknown(TemplateSpan span, ImmutableArray<BoundTemplateNode> reads) =>
        new(new BoundError(source.Locate(span)), reads);

    private BoundExpression Checked(BoundExpression value)
    {
        HasErrors |= value.Type.IsError && context.Event?.IsUnchecked != true;
        return value;
    }

    private sealed class Lenience(TemplateExpressionBinder binder) : IDisposable
    {
        public void Dispose() => binder._lenient--;
    }
}
