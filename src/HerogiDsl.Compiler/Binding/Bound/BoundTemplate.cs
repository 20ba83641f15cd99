using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>A template, checked where it is used.</summary>
/// <param name="Place">What it is rendered for.</param>
/// <param name="Value">The template's text.</param>
/// <param name="Text">The file that holds the text: the `.herogi` file, or the template's own.</param>
/// <param name="Start">The offset in <paramref name="Text"/> of the first character of the value.</param>
/// <param name="Indent">The columns before each further line of the value.</param>
/// <param name="UsesEvent">Whether it reads `event`.</param>
/// <param name="Session">The session data it reads.</param>
/// <param name="Parameters">The action's parameters it reads.</param>
/// <param name="IsConstant">Whether it has no holes at all.</param>
/// <param name="Reads">What it reads of `event` and `session`, as expressions, for the flow analysis.</param>
internal sealed record BoundTemplate(
    TemplatePlace Place,
    string Value,
    SourceText Text,
    int Start,
    int Indent,
    bool UsesEvent,
    ImmutableArray<SessionSymbol> Session,
    ImmutableArray<ParameterSymbol> Parameters,
    bool IsConstant,
    ImmutableArray<BoundTemplateNode> Reads)
{
    /// <summary>The aggregates it reads.</summary>
    public ImmutableArray<AggregateSymbol> Aggregates { get; init; } = [];

    /// <summary>Whether nothing in it was told to be wrong.</summary>
    public bool IsSound { get; init; } = true;

    /// <summary>All of it in order, where it is nothing but text and holes that name values; otherwise nothing.</summary>
    public ImmutableArray<BoundTemplatePiece> Pieces { get; init; } = [];
}

/// <summary>A piece of a template that is nothing but text and holes.</summary>
/// <param name="Span">Where it stands in the template: of a hole, its expression.</param>
internal abstract record BoundTemplatePiece(TemplateSpan Span);

/// <summary>Text, as it stands.</summary>
internal sealed record BoundTemplateText(string Text, TemplateSpan Span) : BoundTemplatePiece(Span);

/// <summary>A hole.</summary>
/// <param name="IsJsonValue">Whether it is a whole value of JSON.</param>
internal sealed record BoundTemplateHole(BoundExpression Value, bool IsJsonValue, TemplateSpan Span)
    : BoundTemplatePiece(Span);

/// <summary>The shape of a template as the flow analysis walks it.</summary>
internal abstract record BoundTemplateNode;

/// <summary>An expression that is read.</summary>
/// <param name="IsNullRefused">Whether a null that reaches the hole is worth a warning there.</param>
internal sealed record BoundTemplateRead(BoundExpression Expression, SourceLocation Location, bool IsNullRefused)
    : BoundTemplateNode;

/// <summary>An `if` of the template: what its condition proves is known inside.</summary>
internal sealed record BoundTemplateIf(
    BoundExpression? Condition,
    ImmutableArray<BoundTemplateNode> Then,
    ImmutableArray<BoundTemplateNode> Else) : BoundTemplateNode;
