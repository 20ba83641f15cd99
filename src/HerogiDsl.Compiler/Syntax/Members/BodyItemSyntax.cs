using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Members;

/// <summary>What may stand in the braces of a state and its kin.</summary>
internal abstract record BodyItemSyntax(TextSpan KeywordSpan, TextSpan Span) : SyntaxNode(Span);

// example: exit { log "left" }
internal sealed record ExitSyntax(ImmutableArray<BodyItemSyntax> Items, TextSpan KeywordSpan, TextSpan Span)
    : BodyItemSyntax(KeywordSpan, Span);

// example: defer CustomerUpdated, CustomerDeleted
internal sealed record DeferSyntax(
    bool IsIgnore, ImmutableArray<Identifier> Events, TextSpan KeywordSpan, TextSpan Span)
    : BodyItemSyntax(KeywordSpan, Span);

// example: on Saved from addNewCompany when event.ok do { set x = 1 } -> CustomerRegister
/// <param name="Target">The name after the arrow; the word `stay` too.</param>
internal sealed record TransitionSyntax(
    TriggerSyntax Trigger,
    ExpressionSyntax? Guard,
    BlockSyntax? Do,
    Identifier Target,
    TextSpan KeywordSpan,
    TextSpan Span) : BodyItemSyntax(KeywordSpan, Span)
{
    public bool IsStay => Target.Text == "stay";
}

/// <summary>What sets a transition off.</summary>
internal abstract record TriggerSyntax(TextSpan Span) : SyntaxNode(Span);

// example: on Saved from addNewCompany       (Event is null for `any`)
internal sealed record OnTriggerSyntax(Identifier? Event, Identifier? From, TextSpan Span) : TriggerSyntax(Span);

// example: after 1h
internal sealed record AfterTriggerSyntax(ExpressionSyntax Delay, TextSpan Span) : TriggerSyntax(Span);

// example: every "0 9 * * 1-5" zone "Europe/Berlin"
internal sealed record EveryTriggerSyntax(StringLiteral Cron, StringLiteral? Zone, TextSpan Span)
    : TriggerSyntax(Span);
