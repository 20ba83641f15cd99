using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <content>Expressions: long ones are broken before their operators, calls and lists between their items.</content>
internal sealed partial class LayoutBuilder
{
    private void Expression(ExpressionSyntax? expression)
    {
        switch (expression)
        {
            case BinarySyntax binary:
                Binary(binary);
                break;
            case UnarySyntax unary:
                if (unary.Operator == UnaryOperator.Negate)
                    Touch(First(unary.OperatorSpan) + 1);
                Expression(unary.Operand);
                break;
            case ParenthesizedSyntax inner:
                Expression(inner.Inner);
                break;
            case MemberAccessSyntax member:
                Expression(member.Target);
                break;
            case ElementAccessSyntax element:
                Touch(Last(element.Target.Span) + 1);
                Expressions(element.Target, element.Index);
                break;
            case CallSyntax call:
                Arguments(call.Function.Span, Last(call.Span), call.Arguments);
                break;
            case ConditionalSyntax choice:
                Conditional(choice);
                break;
            case ObjectSyntax literal:
                Object(literal);
                break;
            case ListSyntax list:
                List(list);
                break;
            default:
                Test(expression);
                break;
        }
    }

    private void Test(ExpressionSyntax? expression)
    {
        switch (expression)
        {
            case InListSyntax test:
                Expressions(test.Value, test.List);
                break;
            case InRangeSyntax test:
                Expressions(test.Value, test.Low, test.High);
                break;
            case InStatusSyntax test:
                Expression(test.Value);
                break;
            case MatchesSyntax test:
                Expression(test.Value);
                break;
            case IsSyntax test:
                Expression(test.Value);
                break;
        }
    }

    // example: a and b and c
    private void Binary(BinarySyntax binary)
    {
        var rank = RankOf(binary.Operator);
        if (rank == 0)
        {
            Expressions(binary.Left, binary.Right);
            return;
        }

        var group = Open(First(binary.Span), Last(binary.Span));
        ExpressionSyntax left = binary;
        while (left is BinarySyntax inner && RankOf(inner.Operator) == rank)
        {
            Break(First(inner.OperatorSpan), group, keepsEmptyLine: false);
            Expression(inner.Right);
            left = inner.Left;
        }

        Expression(left);
        Close();
    }

    // Operators of one rank are broken together; a comparison or a product is not.
    private static int RankOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.Coalesce => 3,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        _ => 0,
    };

    private void Conditional(ConditionalSyntax choice)
    {
        var group = Open(First(choice.Span), Last(choice.Span));
        Break(First(choice.Then.Span) - 1, group, keepsEmptyLine: false);
        Break(First(choice.Else.Span) - 1, group, keepsEmptyLine: false);
        Expressions(choice.Condition, choice.Then, choice.Else);
        Close();
    }

    private void Arguments(TextSpan name, int close, IReadOnlyList<ExpressionSyntax> arguments)
    {
        var open = Last(name) + 1;
        Touch(open);
        var brackets = Bracketed(open, close, arguments.Select(argument => argument.Span), isAuthors: false);
        foreach (var argument in arguments)
            Expression(argument);
        if (brackets is not null)
            Close();
    }

    private void Object(ObjectSyntax literal)
    {
        var braces = Bracketed(
            First(literal.Span), Last(literal.Span), literal.Fields.Select(field => field.Name.Span));
        foreach (var field in literal.Fields)
            Expression(field.Value);
        if (braces is not null)
            Close();
    }

    private void List(ListSyntax list)
    {
        var brackets = Bracketed(First(list.Span), Last(list.Span), list.Items.Select(item => item.Span));
        foreach (var item in list.Items)
            Expression(item);
        if (brackets is not null)
            Close();
    }
}
