using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>A statement, bound where it runs: the body of an action once for each `run`.</summary>
/// <param name="Text">The file it stands in.</param>
/// <param name="Span">Where it stands.</param>
internal abstract record BoundStatement(SourceText Text, TextSpan Span);

internal sealed record BoundSet(SessionSymbol Datum, BoundExpression Value, SourceText Text, TextSpan Span)
    : BoundStatement(Text, Span);

internal sealed record BoundIf(
    ImmutableArray<BoundIfBranch> Branches,
    ImmutableArray<BoundStatement> Else,
    bool HasElse,
    SourceText Text,
    TextSpan Span) : BoundStatement(Text, Span);

/// <summary>A condition and what it guards.</summary>
internal sealed record BoundIfBranch(BoundExpression Condition, ImmutableArray<BoundStatement> Statements);

internal sealed record BoundLog(BoundTemplate Message, SourceText Text, TextSpan Span) : BoundStatement(Text, Span);

internal sealed record BoundFail(BoundTemplate Reason, SourceText Text, TextSpan Span) : BoundStatement(Text, Span);

/// <summary>A statement that was told to be wrong; what it asks for still counts as asked.</summary>
/// <param name="MayAskAnything">Whether its `returns` could not be read either.</param>
internal sealed record BoundErrorStatement(
    EventSymbol? Returns, string? Label, bool MayAskAnything, SourceText Text, TextSpan Span) : BoundStatement(Text, Span)
{
    /// <summary>Its templates as far as they could be bound: what they read is judged all the same.</summary>
    public ImmutableArray<BoundTemplate> Templates { get; init; } = [];

    /// <summary>Its expressions, likewise.</summary>
    public ImmutableArray<BoundExpression> Expressions { get; init; } = [];

    /// <summary>Whether it is a `fail`: nothing behind it is reached.</summary>
    public bool EndsThePath { get; init; }

    /// <summary>No event gets to where it stands, so that what it was to do makes no difference.</summary>
    public bool IsDead { get; init; }
}

/// <summary>`send` and, with a time, `schedule`.</summary>
internal sealed record BoundSend(
    EventSymbol Event,
    TextSpan EventSpan,
    BoundExpression? Payload,
    ScenarioSymbol? To,
    BoundExpression? For,
    BoundExpression? When,
    bool IsAt,
    SourceText Text,
    TextSpan Span) : BoundStatement(Text, Span);

internal sealed record BoundCancel(EventSymbol Event, SourceText Text, TextSpan Span) : BoundStatement(Text, Span);

/// <summary>An HTTP call.</summary>
/// <param name="Method">get, head, post, put, patch or delete.</param>
/// <param name="Label">The label it answers under: its own, or that of the `run` it stands in.</param>
internal sealed record BoundHttp(
    HttpSyntax Syntax,
    string Method,
    ConnectionSymbol Connection,
    BoundTemplate Path,
    EventSymbol? Returns,
    string? Label,
    ImmutableArray<BoundHttpPart> Parts,
    bool IsIdempotent,
    SourceText Text,
    TextSpan Span) : BoundStatement(Text, Span);

/// <summary>A header, query, form, json, text, body or key.</summary>
/// <param name="Kind">The word that begins it.</param>
/// <param name="Name">The name of a header, query or form part; the content type of `body`; otherwise empty.</param>
internal sealed record BoundHttpPart(string Kind, string Name, BoundTemplate Value);

/// <summary>A mail.</summary>
internal sealed record BoundEmail(
    EmailSyntax Syntax,
    ConnectionSymbol Connection,
    EventSymbol? Returns,
    string? Label,
    ImmutableArray<BoundEmailPart> Parts,
    SourceText Text,
    TextSpan Span) : BoundStatement(Text, Span);

/// <summary>from, to, cc, bcc, replyTo, subject, text or html.</summary>
internal sealed record BoundEmailPart(string Kind, BoundTemplate Value);

/// <summary>An action run here: its arguments, and its body as bound for this place.</summary>
internal sealed record BoundRun(
    ActionSymbol Action,
    ImmutableArray<BoundExpression> Arguments,
    ImmutableArray<BoundStatement> Body,
    string? Label,
    SourceText Text,
    TextSpan Span) : BoundStatement(Text, Span);
