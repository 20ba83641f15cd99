using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Statements;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Choices;
using static HerogiDsl.Compiler.Parsing.Combinators.Nesting;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Recovery;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>What a state, a `do` or an action does.</summary>
internal static class StatementGrammar
{
    private static readonly Parser<ExpressionSyntax> Value = Recovered(ExpressionGrammar.Expression);

    private static readonly Parser<ExpressionSyntax> Condition =
        Recovered(ExpressionGrammar.Expression, token => token.Kind == TokenKind.OpenBrace);

    // example: { set companyId = event.body.id  log "found" }
    public static readonly Parser<BlockSyntax> Block = Sequence(
        Braced<StatementSyntax>(ItemKind.Statement, DeferredStatement),
        static (at, statements) => new BlockSyntax(statements, at.Span));

    // example: set searches = session.searches + 1
    public static readonly Parser<StatementSyntax> Set = Sequence(
        Word("set").Then(Name("the name of a session datum")),
        Mark(TokenKind.Assign, "=").Then(Value),
        static (at, name, value) => new SetSyntax(name, value, at.Keyword, at.Span));

    // example: event.ok { … }
    public static readonly Parser<IfBranchSyntax> IfBranch = Sequence(
        Condition, Nested(Block), static (_, condition, block) => new IfBranchSyntax(condition, block));

    // example: event.ok { … } else if session.x > 1 { … }
    public static readonly Parser<ImmutableArray<IfBranchSyntax>> IfBranches =
        input =>
        {
            var branches = ImmutableArray.CreateBuilder<IfBranchSyntax>(1);
            for (var at = (Token)input; ; at = at.Next.Next)
            {
                var branch = IfBranch(at);
                if (!branch.WasSuccessful)
                    return Failed<ImmutableArray<IfBranchSyntax>>(branch.Remainder);
                branches.Add(branch.Value);
                at = branch.Rest();
                if (!at.Is("else") || !at.Next.Is("if"))
                    return Done(branches.ToImmutable(), at);
            }
        };

    // example: if event.ok { … } else if session.x > 1 { … } else { … }
    public static readonly Parser<StatementSyntax> If = Sequence(
        Word("if").Then(IfBranches),
        When("else", Nested(Block)),
        static (at, branches, otherwise) =>
            new IfSyntax(branches, otherwise, at.Keyword, at.Span));

    // example: log "registered {{ session.customer.email }}"
    public static readonly Parser<StatementSyntax> Log = Sequence(
        Word("log").Then(Template),
        static (at, text) => new LogSyntax(text, at.Keyword, at.Span));

    // example: fail "no contact"
    public static readonly Parser<StatementSyntax> Fail = Sequence(
        Word("fail").Then(Template),
        static (at, text) => new FailSyntax(text, at.Keyword, at.Span));

    // example: cancel Reminder
    public static readonly Parser<StatementSyntax> Cancel = Sequence(
        Word("cancel").Then(Name("an event")),
        static (at, name) => new CancelSyntax(name, at.Keyword, at.Span));

    // example: { count: 1 }, (session.customer)
    public static readonly Parser<ExpressionSyntax?> Payload =
        input => ((Token)input).Kind switch
        {
            TokenKind.OpenBrace => PrimaryGrammar.Object(input),
            TokenKind.OpenParenthesis => PrimaryGrammar.Parenthesized(input),
            _ => Done<ExpressionSyntax?>(null, input),
        };

    // example: send Reminder { count: 1 } to Billing for session.owner
    public static readonly Parser<StatementSyntax> Send = Sequence(
        Word("send").Then(Name("an event")),
        Payload,
        WhenValue("to", Name("a scenario")),
        When("for", Value),
        static (at, name, payload, to, @for) =>
            new SendSyntax(name, payload, to, @for, at.Keyword, at.Span));

    // example: in 3d, at session.dueAt
    public static readonly Parser<(bool IsAt, ExpressionSyntax When)> Time = Choice(
        "'in' and a duration, or 'at' and a time",
        ("in", Sequence(Word("in"), Value, static (_, _, value) => (false, value))),
        ("at", Sequence(Word("at"), Value, static (_, _, value) => (true, value))));

    // example: schedule Reminder { count: 1 } in 3d to Billing for session.owner
    public static readonly Parser<StatementSyntax> Schedule = Sequence(
        Sequence(Word("schedule").Then(Name("an event")), Payload, static (_, name, payload) => (name, payload)),
        Time,
        WhenValue("to", Name("a scenario")),
        When("for", Value),
        static (at, head, time, to, @for) => new ScheduleSyntax(
            head.name, head.payload, time.IsAt, time.When, to, @for, at.Keyword, at.Span));

    public static readonly (string Word, Parser<StatementSyntax> Production)[] Productions =
    [
        ("set", Set),
        ("if", If),
        ("log", Log),
        ("send", Send),
        ("schedule", Schedule),
        ("cancel", Cancel),
        ("fail", Fail),
        ("http", CallGrammar.Http),
        ("email", CallGrammar.Email),
        ("run", CallGrammar.Run),
    ];

    // example: set x = 1, addNewCompany: http post …
    public static readonly Parser<StatementSyntax> Statement = Either(
        token => token.Next.Kind == TokenKind.Colon && token.Kind == TokenKind.Word,
        CallGrammar.Labelled,
        Choice(ItemKind.Statement.Name, Productions));

    // example: do { set companyId = event.body.id }
    public static readonly Parser<BlockSyntax> Do = Sequence(
        Braced(ItemKind.TransitionStatement, Statement),
        static (at, statements) => new BlockSyntax(statements, at.Span));

    private static IResult<StatementSyntax> DeferredStatement(IInput input) => Statement(input);
}
