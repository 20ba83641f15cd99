using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Formatting;

/// <content>Declarations and the members of a scenario.</content>
internal sealed partial class LayoutBuilder
{
    private void Declaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case RecordSyntax record:
                Fields(record, record.Fields);
                break;
            case EventSyntax { Body: { } body }:
                Type(body);
                break;
            case EventSyntax answer when EndsWithBrace(answer.Span):
                Fields(answer, answer.Fields);
                break;
            case EnumSyntax values:
                Braced(values, values.Values);
                break;
            case ConnectionSyntax connection:
                Braced(connection, connection.Settings);
                break;
            case ActionSyntax action:
                Action(action);
                break;
            case ScenarioSyntax scenario:
                Scenario(scenario);
                break;
        }
    }

    private void Braced(DeclarationSyntax declaration, IEnumerable<SyntaxNode> items)
    {
        var braces = Bracketed(
            BraceFrom(declaration.Name.Span.End), Last(declaration.Span), items.Select(item => item.Span));
        if (braces is not null)
            Close();
    }

    private void Fields(DeclarationSyntax declaration, ImmutableArray<FieldSyntax> fields)
    {
        var braces = Bracketed(
            BraceFrom(declaration.Name.Span.End), Last(declaration.Span), fields.Select(field => field.Span));
        foreach (var field in fields)
        {
            Type(field.Type);
            Expression(field.Default);
        }

        if (braces is not null)
            Close();
    }

    private void Action(ActionSyntax action)
    {
        var next = _tokens.From(action.Name.Span.End);
        if (_tokens.Kind(next) == TokenKind.OpenParenthesis && action.Parameters.Length > 0)
        {
            Touch(next);
            var last = _tokens.UpTo(action.Parameters[^1].Span.End);
            while (_tokens.Kind(last) != TokenKind.CloseParenthesis)
                last++;
            Bracketed(next, last, action.Parameters.Select(parameter => parameter.Span), isAuthors: false);
            foreach (var parameter in action.Parameters)
                Type(parameter.Type);
            Close();
        }

        if (action.Body is BlockActionBodySyntax body)
            Block(body.Block);
    }

    private void Scenario(ScenarioSyntax scenario)
    {
        var open = BraceFrom(scenario.Name.Span.End);
        var braces = Bracketed(open, Last(scenario.Span), scenario.Members.Select(member => member.Span));
        if (braces is null)
            return;
        Sections(braces, [.. scenario.Members.Select(member => member.Span)]);
        foreach (var member in scenario.Members)
            Member(member);
        Close();
    }

    private void Member(MemberSyntax member)
    {
        switch (member)
        {
            case SessionSyntax session:
                Type(session.Type);
                Expression(session.Default);
                break;
            case AggregateSyntax aggregate:
                Aggregate(aggregate);
                break;
            case ActionMemberSyntax action:
                Action(action.Action);
                break;
            case BodyMemberSyntax body when EndsWithBrace(body.Span):
                Body(BraceFrom(body.KeywordSpan.End), Last(body.Span), body.Items);
                break;
        }
    }

    // example: aggregate spent = sum(Purchase.amount) where event.amount > 0 over sliding 7d
    private void Aggregate(AggregateSyntax aggregate)
    {
        Touch(First(aggregate.Event.Span) - 1);
        var group = Open(First(aggregate.Span), Last(aggregate.Span), isHeader: true);
        if (aggregate.Where is { } where)
        {
            Break(First(where.Span) - 1, group, keepsEmptyLine: false);
            Expression(where);
        }

        var over = First(aggregate.Over.Span) - 1;
        Break(_tokens.Text(over) == "over" ? over : over - 1, group, keepsEmptyLine: false);
        Close();
    }

    private void Type(TypeSyntax type)
    {
        switch (type)
        {
            case MapTypeSyntax map:
                Touch(First(map.Span) + 1);
                Touch(First(map.Span) + 2);
                Touch(Last(map.Span));
                Type(map.Element);
                break;
            case ArrayTypeSyntax array:
                Touch(Last(array.Span) - 1);
                Type(array.Element);
                break;
            case NullableTypeSyntax nullable:
                Type(nullable.Inner);
                break;
        }
    }
}
