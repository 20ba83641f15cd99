using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Statements;

/// <summary>What a state, a `do`, an action does.</summary>
internal abstract record StatementSyntax(TextSpan KeywordSpan, TextSpan Span) : BodyItemSyntax(KeywordSpan, Span);

/// <summary>Statements in braces.</summary>
internal sealed record BlockSyntax(ImmutableArray<StatementSyntax> Statements, TextSpan Span) : SyntaxNode(Span);

// example: set searches = session.searches + 1
internal sealed record SetSyntax(Identifier Name, ExpressionSyntax Value, TextSpan KeywordSpan, TextSpan Span)
    : StatementSyntax(KeywordSpan, Span);

// example: if event.ok { … } else if session.x > 1 { … } else { … }
internal sealed record IfSyntax(
    ImmutableArray<IfBranchSyntax> Branches, BlockSyntax? Else, TextSpan KeywordSpan, TextSpan Span)
    : StatementSyntax(KeywordSpan, Span);

/// <summary>A condition and what it guards.</summary>
internal sealed record IfBranchSyntax(ExpressionSyntax Condition, BlockSyntax Block);

// example: log "registered {{ session.customer.email }}"
internal sealed record LogSyntax(TemplateSyntax Text, TextSpan KeywordSpan, TextSpan Span)
    : StatementSyntax(KeywordSpan, Span);

// example: fail "no contact"
internal sealed record FailSyntax(TemplateSyntax Text, TextSpan KeywordSpan, TextSpan Span)
    : StatementSyntax(KeywordSpan, Span);

// example: cancel Reminder
internal sealed record CancelSyntax(Identifier Event, TextSpan KeywordSpan, TextSpan Span)
    : StatementSyntax(KeywordSpan, Span);

// example: send Reminder { count: 1 } to Billing for session.owner
internal sealed record SendSyntax(
    Identifier Event,
    ExpressionSyntax? Payload,
    Identifier? To,
    ExpressionSyntax? For,
    TextSpan KeywordSpan,
    TextSpan Span) : StatementSyntax(KeywordSpan, Span);

// example: schedule Reminder in 3d
internal sealed record ScheduleSyntax(
    Identifier Event,
    ExpressionSyntax? Payload,
    bool IsAt,
    ExpressionSyntax When,
    Identifier? To,
    ExpressionSyntax? For,
    TextSpan KeywordSpan,
    TextSpan Span) : StatementSyntax(KeywordSpan, Span);

/// <summary>A statement that may have a label and ask for an answer.</summary>
internal abstract record CallSyntaxBase(Identifier? Label, TextSpan KeywordSpan, TextSpan Span)
    : StatementSyntax(KeywordSpan, Span);

// example: again: run associate("x")
internal sealed record RunSyntax(
    Identifier? Label,
    Identifier Action,
    ImmutableArray<ExpressionSyntax> Arguments,
    TextSpan KeywordSpan,
    TextSpan Span) : CallSyntaxBase(Label, KeywordSpan, Span);

// example: addNewCompany: http post HubSpot "/companies" returns Saved { json "…" }
internal sealed record HttpSyntax(
    Identifier? Label,
    Identifier Method,
    Identifier Connection,
    TemplateSyntax Path,
    Identifier? Returns,
    ImmutableArray<HttpPartSyntax> Parts,
    TextSpan KeywordSpan,
    TextSpan Span) : CallSyntaxBase(Label, KeywordSpan, Span);

// example: email Mail returns Sent { from "a@b.c" … }
internal sealed record EmailSyntax(
    Identifier? Label,
    Identifier Connection,
    Identifier? Returns,
    ImmutableArray<EmailPartSyntax> Parts,
    TextSpan KeywordSpan,
    TextSpan Span) : CallSyntaxBase(Label, KeywordSpan, Span);

/// <summary>One line of an http statement.</summary>
/// <param name="Keyword">The word that begins it: header, query, form, json, text, body, idempotent, key.</param>
/// <param name="Name">The name of a header, query or form part; the content type of `body`; otherwise null.</param>
/// <param name="Value">Null for `idempotent`.</param>
internal sealed record HttpPartSyntax(Identifier Keyword, StringLiteral? Name, TemplateSyntax? Value, TextSpan Span)
    : SyntaxNode(Span);

/// <summary>One line of an email statement: from, to, cc, bcc, replyTo, subject, text, html.</summary>
internal sealed record EmailPartSyntax(Identifier Keyword, TemplateSyntax Value, TextSpan Span) : SyntaxNode(Span);
