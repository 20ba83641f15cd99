using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <content>Scenarios and what stands in them.</content>
internal sealed partial class HandParser
{
    private ScenarioSyntax ReadScenario(Head head)
    {
        var name = ReadName();
        var isOnce = Take("once");
        Expect(TokenKind.OpenBrace);
        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        while (_kind != TokenKind.CloseBrace)
            members.Add(ReadMember());
        Next();
        return new ScenarioSyntax(
            name, isOnce, members.ToImmutable(), head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private MemberSyntax ReadMember()
    {
        switch (Word)
        {
            case "session":
                return ReadSession(Begin());
            case "action":
                return new ActionMemberSyntax(ReadAction(Begin()));
            case "state":
                var state = Begin();
                var (name, items) = (ReadName(), ReadBody());
                return new StateSyntax(name, items, state.Documentation, state.Keyword, SpanFrom(state.Start));
            case "start":
                var start = Begin();
                return new StartSyntax(ReadBody(), start.Documentation, start.Keyword, SpanFrom(start.Start));
            case "anywhere":
                var anywhere = Begin();
                return new AnywhereSyntax(
                    ReadBody(), anywhere.Documentation, anywhere.Keyword, SpanFrom(anywhere.Start));
            case "end":
                var end = Begin();
                var (endName, endItems) = (ReadName(), _kind == TokenKind.OpenBrace ? ReadBody() : []);
                return new EndSyntax(endName, endItems, end.Documentation, end.Keyword, SpanFrom(end.Start));
            default:
                throw Unexpected();
        }
    }

    private SessionSyntax ReadSession(Head head)
    {
        var name = ReadName();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var value = Take(TokenKind.Assign) ? ReadExpression() : null;
        return new SessionSyntax(name, type, value, head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private ActionSyntax ReadAction(Head head)
    {
        var name = ReadName();
        var parameters = _kind == TokenKind.OpenParenthesis ? ReadParameters() : [];
        var body = ReadActionBody();
        return new ActionSyntax(name, parameters, body, head.Documentation, head.Keyword, SpanFrom(head.Start));
    }

    private ImmutableArray<ParameterSyntax> ReadParameters()
    {
        Next();
        var parameters = ImmutableArray.CreateBuilder<ParameterSyntax>();
        while (!Take(TokenKind.CloseParenthesis))
        {
            var start = _start;
            var name = ReadName();
            Expect(TokenKind.Colon);
            parameters.Add(new ParameterSyntax(name, ReadType(), SpanFrom(start)));
            Take(TokenKind.Comma);
        }

        return parameters.ToImmutable();
    }

    private ActionBodySyntax ReadActionBody()
    {
        var start = _start;
        if (!Take("extern"))
            return new BlockActionBodySyntax(ReadBlock());
        Identifier? returns = Take("returns") ? ReadName() : null;
        return new ExternActionBodySyntax(returns, SpanFrom(start));
    }

    private ImmutableArray<BodyItemSyntax> ReadBody()
    {
        Expect(TokenKind.OpenBrace);
        var items = ImmutableArray.CreateBuilder<BodyItemSyntax>();
        while (!Take(TokenKind.CloseBrace))
            items.Add(ReadBodyItem());
        return items.ToImmutable();
    }

    private BodyItemSyntax ReadBodyItem()
    {
        if (IsLabel())
            return ReadStatement();
        switch (Word)
        {
            case "on" or "after" or "every":
                return ReadTransition();
            case "exit":
                var exit = Begin();
                return new ExitSyntax(ReadBody(), exit.Keyword, SpanFrom(exit.Start));
            case "defer" or "ignore":
                var isIgnore = Is("ignore");
                var defer = Begin();
                var events = ImmutableArray.CreateBuilder<Identifier>(1);
                do
                    events.Add(ReadName());
                while (Take(TokenKind.Comma));
                return new DeferSyntax(isIgnore, events.ToImmutable(), defer.Keyword, SpanFrom(defer.Start));
            default:
                return ReadStatement();
        }
    }

    private TransitionSyntax ReadTransition()
    {
        var keyword = TokenSpan;
        var trigger = ReadTrigger();
        var guard = Take("when") ? ReadExpression() : null;
        var block = Take("do") ? ReadBlock() : null;
        Expect(TokenKind.Arrow);
        var target = ReadName();
        return new TransitionSyntax(trigger, guard, block, target, keyword, SpanFrom(keyword.Start));
    }

    private TriggerSyntax ReadTrigger()
    {
        var start = _start;
        if (Take("after"))
            return new AfterTriggerSyntax(ReadExpression(), SpanFrom(start));
        if (Take("every"))
            return new EveryTriggerSyntax(ReadString(), Take("zone") ? ReadString() : null, SpanFrom(start));
        Expect("on");
        Identifier? name = Take("any") ? null : ReadName();
        Identifier? label = Take("from") ? ReadName() : null;
        return new OnTriggerSyntax(name, label, SpanFrom(start));
    }
}
