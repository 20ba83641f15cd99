using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <content>What stands in the braces of states and their kin.</content>
internal sealed partial class LayoutBuilder
{
    private Group? Body(int open, int close, IReadOnlyList<BodyItemSyntax> items)
    {
        var braces = Bracketed(open, close, items.Select(item => item.Span));
        foreach (var item in items)
            Item(item);
        if (braces is not null)
            Close();
        return braces;
    }

    private Group? Block(BlockSyntax block) => Body(First(block.Span), Last(block.Span), block.Statements);

    private void Item(BodyItemSyntax item)
    {
        switch (item)
        {
            case TransitionSyntax transition:
                Transition(transition);
                break;
            case ExitSyntax exit:
                Body(BraceFrom(exit.KeywordSpan.End), Last(exit.Span), exit.Items);
                break;
            case DeferSyntax defer:
                Defer(defer);
                break;
            case IfSyntax choice:
                If(choice);
                break;
            case HttpSyntax http:
                Http(http);
                break;
            case EmailSyntax email:
                Parts(BraceFrom(email.Connection.Span.End), email.Span, email.Parts);
                break;
            case SetSyntax set:
                Expression(set.Value);
                break;
            case RunSyntax { Arguments.Length: > 0 } run:
                Arguments(run.Action.Span, Last(run.Span), run.Arguments);
                break;
            case RunSyntax run when Last(run.Span) > Last(run.Action.Span):
                Touch(First(run.Action.Span) + 1);
                break;
            case SendSyntax send:
                Expressions(send.Payload, send.For);
                break;
            case ScheduleSyntax schedule:
                Expressions(schedule.Payload, schedule.When, schedule.For);
                break;
        }
    }

    // example: on Found when event.ok
    //            do { set companyId = event.body.id } -> CustomerRegister
    private void Transition(TransitionSyntax transition)
    {
        var first = First(transition.Span);
        var arrow = First(transition.Target.Span) - 1;
        var tail = transition.Do is { } block ? First(block.Span) - 1 : arrow;
        var group = Open(first, Last(transition.Span), isHeader: true);
        Break(tail, group, keepsEmptyLine: false);
        group.Tail = tail;
        if (transition.Trigger is AfterTriggerSyntax after)
            Expression(after.Delay);
        Expression(transition.Guard);
        if (transition.Do is { } statements)
            group.Block = Block(statements);
        Close();
        _layout.Arrows.Add((arrow, first));
    }

    // example: defer CustomerUpdated, CustomerDeleted
    private void Defer(DeferSyntax defer)
    {
        var group = Open(First(defer.Span), Last(defer.Span), isHeader: true);
        foreach (var name in defer.Events.Skip(1))
            Break(First(name.Span), group, keepsEmptyLine: false);
        Close();
    }

    // All of its braces are broken, or none.
    private void If(IfSyntax choice)
    {
        var group = Open(First(choice.Span), Last(choice.Span));
        foreach (var branch in choice.Branches)
        {
            Expression(branch.Condition);
            Branch(branch.Block, group);
        }

        if (choice.Else is { } last)
            Branch(last, group);
        Close();
    }

    private void Branch(BlockSyntax block, Group group)
    {
        var open = First(block.Span);
        var close = Last(block.Span);
        if (close == open + 1 && !_tokens.HasCommentsBefore(close))
        {
            Touch(close);
            return;
        }

        group.IsForced |= IsBrokenBehind(open);
        BreakItems(group, open, close, block.Statements.Select(statement => statement.Span));
        foreach (var statement in block.Statements)
            Item(statement);
    }

    // example: http put HubSpot "/a/path/that/fills/the/line"
    //            returns Associated
    private void Http(HttpSyntax http)
    {
        var group = Open(First(http.Span), Last(http.Span), isHeader: true);
        if (http.Returns is { } returns)
        {
            group.Tail = First(returns.Span) - 1;
            Break(group.Tail, group, keepsEmptyLine: false);
        }

        var header = http.Returns?.Span ?? http.Path.Span;
        group.Block = Parts(First(new TextSpan(header.End, 0)), http.Span, http.Parts);
        Close();
    }

    private Group? Parts(int open, TextSpan span, IReadOnlyList<SyntaxNode> parts)
    {
        if (!EndsWithBrace(span) || open >= Last(span))
            return null;
        var braces = Bracketed(open, Last(span), parts.Select(part => part.Span));
        if (braces is not null)
            Close();
        return braces;
    }

    private void Expressions(params ExpressionSyntax?[] expressions)
    {
        foreach (var expression in expressions)
            Expression(expression);
    }
}
