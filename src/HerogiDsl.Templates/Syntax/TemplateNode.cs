namespace HerogiDsl.Templates.Syntax;

/// <summary>A statement of a template: text, a hole, or what steers them.</summary>
/// <param name="Span">Where it stands in the template's text.</param>
public abstract record TemplateNode(TemplateSpan Span) : TemplateSyntax(Span);

/// <summary>Text that is written as it stands (white space that the template takes away is not in it).</summary>
/// <param name="Span">Where it stands; one character of text for each character of the span.</param>
/// <param name="Text">The text.</param>
public sealed record TextNode(TemplateSpan Span, string Text) : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [];
}

/// <summary>An expression whose value is written.</summary>
/// <param name="Span">The expression's place.</param>
/// <param name="Value">The expression.</param>
/// <param name="IsRaw">Whether the value is written without being escaped: <c>raw(x)</c>.</param>
public sealed record HoleNode(TemplateSpan Span, TemplateExpr Value, bool IsRaw) : TemplateNode(Span)
{
    /// <summary>Where the hole begins: its <c>{{</c>, where it is the first thing behind it.</summary>
    public int Opening { get; init; } = Span.Start;

    /// <summary>Whether the hole stands inside a string literal of a JSON template.</summary>
    public bool InsideJsonString { get; internal set; }

    /// <summary>Whether the hole can only be the name of a member in a JSON template, quotes and all.</summary>
    public bool IsJsonName { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Value];
}

/// <summary><c>if</c> (or <c>if !</c>); an <c>else if</c> is an <see cref="IfNode"/> alone in <paramref name="Else"/>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Then">What is done when it holds.</param>
/// <param name="Else">What is done otherwise.</param>
public sealed record IfNode(
    TemplateSpan Span, TemplateExpr Condition, IReadOnlyList<TemplateNode> Then, IReadOnlyList<TemplateNode> Else)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Condition, .. Then, .. Else];
}

/// <summary><c>for x in list</c>, and <c>tablerow</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Variable">What takes the items, a <see cref="NameExpr"/> as a rule.</param>
/// <param name="Iterable">The list.</param>
/// <param name="Arguments">Its options (<c>limit:</c>, <c>offset:</c>, <c>reversed</c>).</param>
/// <param name="Body">What is done for each item.</param>
/// <param name="Else">What is done when there is no item.</param>
/// <param name="IsTable">Whether it is <c>tablerow</c>, which writes HTML of its own.</param>
public sealed record ForNode(
    TemplateSpan Span,
    TemplateExpr Variable,
    TemplateExpr Iterable,
    IReadOnlyList<TemplateExpr> Arguments,
    IReadOnlyList<TemplateNode> Body,
    IReadOnlyList<TemplateNode> Else,
    bool IsTable = false)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Variable, Iterable, .. Arguments, .. Body, .. Else];
}

/// <summary><c>while condition</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Body">What is done as long as it holds.</param>
public sealed record WhileNode(TemplateSpan Span, TemplateExpr Condition, IReadOnlyList<TemplateNode> Body)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Condition, .. Body];
}

/// <summary>One <c>when</c> of a <c>case</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Values">The values it stands for.</param>
/// <param name="Body">What is done for them.</param>
public sealed record WhenNode(
    TemplateSpan Span, IReadOnlyList<TemplateExpr> Values, IReadOnlyList<TemplateNode> Body)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [.. Values, .. Body];
}

/// <summary><c>case value</c> with its <c>when</c>s.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">What is compared.</param>
/// <param name="Whens">The cases.</param>
/// <param name="Else">What is done when none fits.</param>
public sealed record CaseNode(
    TemplateSpan Span, TemplateExpr Value, IReadOnlyList<WhenNode> Whens, IReadOnlyList<TemplateNode> Else)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Value, .. Whens, .. Else];
}

/// <summary><c>capture x</c>: the text of its body becomes the value of a name.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Target">The name.</param>
/// <param name="Body">What gives the text.</param>
public sealed record CaptureNode(TemplateSpan Span, TemplateExpr Target, IReadOnlyList<TemplateNode> Body)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Target, .. Body];
}

/// <summary>An assignment (<c>x = 1</c>, <c>x += 1</c>, <c>x++</c>); it writes nothing.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Target">What is assigned.</param>
/// <param name="Value">The value.</param>
public sealed record AssignNode(TemplateSpan Span, TemplateExpr Target, TemplateExpr Value) : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Target, Value];
}

/// <summary>A function that the template defines for itself: <c>func f(x)</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">Its name; empty for one without a name.</param>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Defaults">The default values of its parameters.</param>
/// <param name="Body">What it does.</param>
public sealed record FunctionNode(
    TemplateSpan Span,
    string Name,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<TemplateExpr> Defaults,
    IReadOnlyList<TemplateNode> Body)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [.. Defaults, .. Body];
}

/// <summary><c>with x</c>: bare names in its body are looked for in the value first.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Target">The value.</param>
/// <param name="Body">What is done with it.</param>
public sealed record WithNode(TemplateSpan Span, TemplateExpr Target, IReadOnlyList<TemplateNode> Body)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [Target, .. Body];
}

/// <summary>Any other statement: <c>break</c>, <c>continue</c>, <c>ret</c>, <c>wrap</c>, <c>readonly</c> …</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Keyword">What it is: <c>break</c>, <c>continue</c>, <c>ret</c>, <c>wrap</c> …</param>
/// <param name="Arguments">Its expressions.</param>
/// <param name="Body">Its statements.</param>
public sealed record OtherNode(
    TemplateSpan Span, string Keyword, IReadOnlyList<TemplateExpr> Arguments, IReadOnlyList<TemplateNode> Body)
    : TemplateNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<TemplateSyntax> Children => [.. Arguments, .. Body];
}
