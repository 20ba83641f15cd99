using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Templates;
using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Compiler.Binding.Templates;

/// <summary>Walks a template's statements, and keeps what it reads for the flow analysis.</summary>
internal sealed class TemplateWalker
{
    private readonly TemplateExpressionBinder _expressions;
    private readonly TemplateSource _source;
    private readonly ParsedTemplate _parsed;
    private readonly List<MisplacedHole> _misplaced = [];
    private readonly Dictionary<string, TypeSymbol> _locals = new(StringComparer.Ordinal);

    public TemplateWalker(
        ExpressionBinder expressions,
        TemplateSource source,
        ParsedTemplate parsed,
        BindingContext context)
    {
        _source = source;
        _parsed = parsed;
        foreach (var name in parsed.LocalNames)
            _locals[name] = BuiltInTypes.Error;
        // What was told not to be readable as a call says nothing of the names in it.
        IReadOnlyList<TemplateSpan> misread = parsed.Errors.Count == 0
            ? []
            : [.. parsed.Errors.Where(error => error.Kind == TemplateErrorKind.Syntax).Select(error => error.Span)];
        _expressions = new TemplateExpressionBinder(expressions, source, context, _locals, misread);
    }

    /// <summary>Holes that stand for a member's name in JSON and are no text, with their types.</summary>
    public IReadOnlyList<MisplacedHole> Misplaced => _misplaced;

    public bool HasErrors => _expressions.HasErrors;

    public bool UsesEvent => _expressions.UsesEvent;

    public IReadOnlyCollection<SessionSymbol> Session => _expressions.Session;

    public IReadOnlyCollection<AggregateSymbol> Aggregates => _expressions.Aggregates;

    public IReadOnlyCollection<ParameterSymbol> Parameters => _expressions.Parameters;

    public ImmutableArray<BoundTemplateNode> Walk() => WalkAll(_parsed.Nodes);

    private ImmutableArray<BoundTemplateNode> WalkAll(IEnumerable<TemplateNode> nodes) => [.. nodes.SelectMany(Walk)];

    private IEnumerable<BoundTemplateNode> Walk(TemplateNode node) => node switch
    {
        TextNode => [],
        HoleNode hole => ReadHole(hole),
        IfNode @if => WalkIf(@if),
        ForNode @for => WalkFor(@for),
        WhileNode @while => [.. Read(@while.Condition), .. WalkAll(@while.Body)],
        CaseNode @case =>
        [
            .. Read(@case.Value),
            .. @case.Whens.SelectMany(when => when.Values.SelectMany(Read)),
            .. @case.Whens.Select(when => Branch(WalkAll(when.Body))),
            Branch(WalkAll(@case.Else)),
        ],
        CaptureNode capture => WalkAll(capture.Body),
        AssignNode assign => WalkAssign(assign),
        FunctionNode function => [.. function.Defaults.SelectMany(Read), .. WalkAll(function.Body)],
        WithNode with => WalkWith(with),
        OtherNode other => [.. other.Arguments.SelectMany(Read), .. WalkAll(other.Body)],
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    // What may or may not be done proves nothing for what comes after.
    private static BoundTemplateIf Branch(ImmutableArray<BoundTemplateNode> body) => new(null, body, []);

    private IEnumerable<BoundTemplateNode> Read(TemplateExpr expression) => Read(expression, _expressions.Bind(expression));

    private IEnumerable<BoundTemplateNode> Read(TemplateExpr expression, TemplateValue value) =>
    [
        .. value.Reads,
        new BoundTemplateRead(value.Expression, _source.LocateIn(expression.Span), false),
    ];

    private IEnumerable<BoundTemplateNode> ReadHole(HoleNode hole)
    {
        var value = _expressions.Bind(hole.Value);
        if (hole.IsJsonName && value.Expression.Type is { IsError: false } type && !MayBeJsonName(type.Underlying))
            _misplaced.Add(new MisplacedHole(new TemplateSpan(hole.Opening, 1), type.Name));
        return
        [
            .. value.Reads,
            new BoundTemplateRead(value.Expression, _source.LocateIn(hole.Value.Span), IsNullRefused()),
        ];
    }

    // What is written as text in quotes, or may turn out to be that.
    private static bool MayBeJsonName(TypeSymbol type) =>
        type is EnumSymbol
        || type == BuiltInTypes.String || type == BuiltInTypes.Json || type == BuiltInTypes.DateTime
        || type == BuiltInTypes.Date || type == BuiltInTypes.Duration;

    private bool IsNullRefused() => _parsed.Place is TemplatePlace.Path or TemplatePlace.Header or TemplatePlace.Key
        or TemplatePlace.Address;

    // example: {{ if event.website }}, "website": "{{ event.website }}"{{ end }}
    private IEnumerable<BoundTemplateNode> WalkIf(IfNode node)
    {
        var condition = _expressions.Bind(node.Condition);
        var then = WalkAll(node.Then);
        var @else = WalkAll(node.Else);
        return
        [
            .. ReadByParts(node.Condition) ? condition.Reads : Read(node.Condition, condition),
            new BoundTemplateIf(TemplateConditions.Of(condition.Expression), then, @else),
        ];
    }

    // The sides of an operator are read each on its own, the right one where the left one lets it be.
    private static bool ReadByParts(TemplateExpr condition) => condition switch
    {
        UnaryExpr { Operator: "!" } not => ReadByParts(not.Operand),
        _ => condition is BinaryExpr,
    };

    private IEnumerable<BoundTemplateNode> WalkFor(ForNode node)
    {
        var list = _expressions.Bind(node.Iterable);
        if (node.Variable is NameExpr { Name: var name })
            _locals[name] = list.Expression.Type.Underlying switch
            {
                ListType type => type.Element,
                PrimitiveType json when json == BuiltInTypes.Json => BuiltInTypes.Json.ToNullable(),
                _ => BuiltInTypes.Error,
            };
        return
        [
            .. Read(node.Iterable, list),
            .. node.Arguments.SelectMany(Read),
            Branch(WalkAll(node.Body)),
            Branch(WalkAll(node.Else)),
        ];
    }

    private IEnumerable<BoundTemplateNode> WalkAssign(AssignNode node)
    {
        var value = _expressions.Bind(node.Value);
        return [.. Read(node.Value, value)];
    }

    private IEnumerable<BoundTemplateNode> WalkWith(WithNode node)
    {
        var target = Read(node.Target);
        using (_expressions.Leniently())
            return [.. target, .. WalkAll(node.Body)];
    }
}

/// <summary>A hole that stands for a member's name in JSON and is no text.</summary>
internal sealed record MisplacedHole(TemplateSpan Span, string Type);
