namespace HerogiDsl.Templates.Syntax;

/// <summary>An expression of a template.</summary>
/// <param name="Span">Where it stands in the template's text.</param>
public abstract record TemplateExpr(TemplateSpan Span) : TemplateSyntax(Span);

/// <summary>A bare name: <c>event</c>, a parameter, a local name, <c>for</c> in <c>for.last</c>, <c>$0</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">The name; names of Scriban's own locals begin with <c>$</c>.</param>
public sealed record NameExpr(TemplateSpan Span, string Name) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [];
}

/// <summary>A member of a value: <c>a.b</c>, <c>a?.b</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Target">The value.</param>
/// <param name="Name">The member's name.</param>
/// <param name="NameSpan">Where the member's name stands.</param>
/// <param name="IsNullConditional">Whether it is <c>?.</c>.</param>
public sealed record MemberExpr(
    TemplateSpan Span, TemplateExpr Target, string Name, TemplateSpan NameSpan, bool IsNullConditional)
    : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Target];
}

/// <summary>An element of a value: <c>a[0]</c>, <c>a["b"]</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Target">The value.</param>
/// <param name="Index">The index or the key.</param>
public sealed record IndexExpr(TemplateSpan Span, TemplateExpr Target, TemplateExpr Index) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Target, Index];
}

/// <summary>
/// A call; what is piped into a function is its first argument. A known function without arguments is one too.
/// </summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Function">The function's name, with its dots: <c>string.upcase</c>.</param>
/// <param name="FunctionSpan">Where the function's name stands.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record CallExpr(
    TemplateSpan Span, string Function, TemplateSpan FunctionSpan, IReadOnlyList<TemplateExpr> Arguments)
    : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => Arguments;
}

/// <summary>
/// A value written down: a string, a number (<see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="decimal"/> …), true, false, null.
/// </summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">The value.</param>
public sealed record LiteralExpr(TemplateSpan Span, object? Value) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [];
}

/// <summary><c>!a</c>, <c>-a</c>, <c>a++</c>, <c>a.empty?</c> …</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">The operand.</param>
public sealed record UnaryExpr(TemplateSpan Span, string Operator, TemplateExpr Operand) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Operand];
}

/// <summary><c>a + b</c>, <c>a &amp;&amp; b</c>, <c>a ?? b</c> …</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operator">The operator as it is written.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
public sealed record BinaryExpr(TemplateSpan Span, string Operator, TemplateExpr Left, TemplateExpr Right)
    : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Left, Right];
}

/// <summary><c>a ? b : c</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Then">The value when it holds.</param>
/// <param name="Else">The value otherwise.</param>
public sealed record ConditionalExpr(
    TemplateSpan Span, TemplateExpr Condition, TemplateExpr Then, TemplateExpr Else)
    : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Condition, Then, Else];
}

/// <summary><c>[a, b]</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Items">The items.</param>
public sealed record ArrayExpr(TemplateSpan Span, IReadOnlyList<TemplateExpr> Items) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => Items;
}

/// <summary>A member of an object written down.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record ObjectMember(string Name, TemplateExpr Value);

/// <summary><c>{ a: b }</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Members">The members.</param>
public sealed record ObjectExpr(TemplateSpan Span, IReadOnlyList<ObjectMember> Members) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => Members.Select(member => member.Value);
}

/// <summary>A function written in place: <c>@(do; ret $0 + 1; end)</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Function">The function.</param>
public sealed record LambdaExpr(TemplateSpan Span, FunctionNode Function) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Function];
}

/// <summary>Any other expression: <c>@f</c>, an interpolated string, an assignment within an expression …</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Parts">The expressions in it.</param>
public sealed record OtherExpr(TemplateSpan Span, IReadOnlyList<TemplateExpr> Parts) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => Parts;
}

/// <summary><c>@f</c>: a function as a value.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Function">The function's name, with its dots.</param>
public sealed record FunctionReferenceExpr(TemplateSpan Span, string Function) : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [];
}

/// <summary>A call of what has no name and so can be no function: <c>(a) b</c>, <c>5 5</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Target">What is called.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record WrongCallExpr(TemplateSpan Span, TemplateExpr Target, IReadOnlyList<TemplateExpr> Arguments)
    : TemplateExpr(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Target, .. Arguments];
}
