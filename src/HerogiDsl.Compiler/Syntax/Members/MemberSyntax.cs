using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Members;

/// <summary>What stands in a scenario.</summary>
internal abstract record MemberSyntax(Documentation? Documentation, TextSpan KeywordSpan, TextSpan Span)
    : SyntaxNode(Span);

// example: session searches: int = 0
internal sealed record SessionSyntax(
    Identifier Name,
    TypeSyntax Type,
    ExpressionSyntax? Default,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : MemberSyntax(Documentation, KeywordSpan, Span);

// example: aggregate spent = sum(Purchase.amount) where event.amount > 0 over sliding 7d
internal sealed record AggregateSyntax(
    Identifier Name,
    Identifier Function,
    Identifier Event,
    Identifier? Field,
    ExpressionSyntax? Where,
    bool IsTumbling,
    DurationSyntax Over,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : MemberSyntax(Documentation, KeywordSpan, Span);

/// <summary>An action that belongs to the scenario.</summary>
internal sealed record ActionMemberSyntax(ActionSyntax Action)
    : MemberSyntax(Action.Documentation, Action.KeywordSpan, Action.Span);

/// <summary>A member with braces that hold statements, transitions, `exit`, `defer` and `ignore`, in any order.</summary>
/// <remarks>The parser takes all of them in each; the binder says which do not belong.</remarks>
internal abstract record BodyMemberSyntax(
    ImmutableArray<BodyItemSyntax> Items, Documentation? Documentation, TextSpan KeywordSpan, TextSpan Span)
    : MemberSyntax(Documentation, KeywordSpan, Span);

// example: start { on Register -> A }
internal sealed record StartSyntax(
    ImmutableArray<BodyItemSyntax> Items, Documentation? Documentation, TextSpan KeywordSpan, TextSpan Span)
    : BodyMemberSyntax(Items, Documentation, KeywordSpan, Span);

// example: state A { set x = 1  on E -> B }
internal sealed record StateSyntax(
    Identifier Name,
    ImmutableArray<BodyItemSyntax> Items,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : BodyMemberSyntax(Items, Documentation, KeywordSpan, Span);

// example: anywhere { on Deleted -> Gone  defer Updated }
internal sealed record AnywhereSyntax(
    ImmutableArray<BodyItemSyntax> Items, Documentation? Documentation, TextSpan KeywordSpan, TextSpan Span)
    : BodyMemberSyntax(Items, Documentation, KeywordSpan, Span);

// example: end Gone { log "gone" }
internal sealed record EndSyntax(
    Identifier Name,
    ImmutableArray<BodyItemSyntax> Items,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : BodyMemberSyntax(Items, Documentation, KeywordSpan, Span);

// example: migrate AddToCompany -> Associate { set plan = Plan.Free }
internal sealed record MigrateSyntax(
    Identifier From,
    Identifier To,
    ImmutableArray<BodyItemSyntax> Items,
    Documentation? Documentation,
    TextSpan KeywordSpan,
    TextSpan Span) : BodyMemberSyntax(Items, Documentation, KeywordSpan, Span);
