using System.Globalization;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Conditions in plain words: the price is more than 5.</summary>
internal static class ConditionWords
{
    /// <param name="who">Who answers; empty where it is no answer.</param>
    public static string Of(BoundExpression condition, ExpressionWords words, string who = "the other side")
    {
        var bare = ExpressionWords.Bare(condition);
        if (OfAnswer(bare, who, isNot: false) is { } answer)
            return answer;
        return bare switch
        {
            BoundUnary { Operator: UnaryOperator.Not } not => OfNot(not, words, who),
            BoundBinary { Operator: BinaryOperator.And } and =>
                Part(and.Left, words, who, BinaryOperator.Or) + " and " + Part(and.Right, words, who, BinaryOperator.Or),
            BoundBinary { Operator: BinaryOperator.Or } or =>
                Part(or.Left, words, who, BinaryOperator.And) + ", or " + Part(or.Right, words, who, BinaryOperator.And),
            BoundBinary binary => OfComparison(binary, words),
            BoundIsNull test => test.IsNot ? $"{words.Of(test.Value)} is known" : $"{words.Of(test.Value)} is not known",
            BoundIsEvent test => $"what came is {(test.IsNot ? "not " : "")}{test.Event.Name}",
            BoundInStatus test => $"{Subject(test.Value, words)} is {(test.IsNot ? "not " : "")}any of the {Pattern(test)}",
            BoundInRange test => $"{Subject(test.Value, words)} is {(test.IsNot ? "not " : "")}from "
                + $"{words.Of(test.Low)} to {words.Of(test.High)}",
            BoundInList { List: BoundList list } test => $"{Subject(test.Value, words)} is {(test.IsNot ? "none of " : "")}"
                + Wording.List(list.Items.Select(words.Of), test.IsNot ? "and" : "or"),
            BoundInList test => $"{words.Of(test.Value)} is {(test.IsNot ? "not " : "")}in {words.Of(test.List)}",
            BoundMatches test => $"{words.Of(test.Value)} {(test.IsNot ? "does not look" : "looks")} like "
                + $"the pattern {Wording.Quoted(test.Pattern)}",
            BoundCall call => FunctionWords.Condition(call, words) ?? words.Source(call),
            BoundLiteral { Value: true } => "always",
            BoundLiteral { Value: false } => "never",
            BoundMember or BoundSession or BoundJsonMember or BoundParameter => words.Of(bare) + " says yes",
            _ => words.Source(bare),
        };
    }

    private static string? OfAnswer(BoundExpression condition, string who, bool isNot)
    {
        if (condition is not BoundMember { Field: { Declaration: null, Name: var name }, Target: var target }
            || ExpressionWords.Bare(target) is not BoundEvent { Type: var type })
        {
            return null;
        }

        var isMail = type is EventSymbol { EventOrigin: EventOrigin.Smtp };
        return (name, isMail) switch
        {
            ("ok", false) => isNot ? $"{who} does not say yes" : $"{who} says yes (any 2xx)",
            ("ok", true) => isNot ? $"{who} does not take the mail" : $"{who} takes the mail",
            ("unknown", false) => isNot ? "it is known what happened" : "nobody knows whether it happened",
            ("unknown", true) => isNot ? "it is known what happened" : "nobody knows whether the mail went out",
            _ => null,
        };
    }

    private static string OfNot(BoundUnary not, ExpressionWords words, string who)
    {
        var operand = ExpressionWords.Bare(not.Operand);
        return OfAnswer(operand, who, isNot: true) ?? operand switch
        {
            BoundMember or BoundSession or BoundJsonMember or BoundParameter => words.Of(operand) + " says no",
            BoundBinary { Operator: BinaryOperator.Equal } equal =>
                OfComparison(equal with { Operator = BinaryOperator.NotEqual }, words),
            BoundInList test => Of(test with { IsNot = !test.IsNot }, words),
            BoundInStatus test => Of(test with { IsNot = !test.IsNot }, words),
            BoundInRange test => Of(test with { IsNot = !test.IsNot }, words),
            BoundMatches test => Of(test with { IsNot = !test.IsNot }, words),
            BoundIsNull test => Of(test with { IsNot = !test.IsNot }, words),
            BoundCall call when FunctionWords.Condition(call, words, isNot: true) is { } said => said,
            _ => $"it is not so that {Of(operand, words, who)}",
        };
    }

    private static string Part(BoundExpression part, ExpressionWords words, string who, BinaryOperator bracketed)
    {
        var said = Of(part, words, who);
        return ExpressionWords.Bare(part) is BoundBinary binary && binary.Operator == bracketed ? $"({said})" : said;
    }

    private static string OfComparison(BoundBinary binary, ExpressionWords words)
    {
        if (OfLength(binary, words) is { } length)
            return length;
        var isTime = binary.Left.Type.Underlying is { } type && (type == BuiltInTypes.DateTime || type == BuiltInTypes.Date);
        var verb = binary.Operator switch
        {
            BinaryOperator.Equal => "is",
            BinaryOperator.NotEqual => "is not",
            BinaryOperator.Less => isTime ? "is before" : "is less than",
            BinaryOperator.LessOrEqual => isTime ? "is not after" : "is at most",
            BinaryOperator.Greater => isTime ? "is after" : "is more than",
            BinaryOperator.GreaterOrEqual => isTime ? "is not before" : "is at least",
            _ => null,
        };
        if (verb is null)
            return words.Source(binary);
        return (ExpressionWords.Bare(binary.Right), binary.Operator) switch
        {
            (BoundLiteral { Value: null }, BinaryOperator.Equal) => $"{words.Of(binary.Left)} is not known",
            (BoundLiteral { Value: null }, BinaryOperator.NotEqual) => $"{words.Of(binary.Left)} is known",
            _ => $"{Subject(binary.Left, words)} {verb} {words.Of(binary.Right)}",
        };
    }

    // example: length(event.body.results) > 0
    private static string? OfLength(BoundBinary binary, ExpressionWords words)
    {
        if (ExpressionWords.Bare(binary.Left) is not BoundCall { Function.Name: "length", Arguments: [var what] }
            || ExpressionWords.Bare(binary.Right) is not BoundLiteral { Value: long count })
        {
            return null;
        }

        return (binary.Operator, count) switch
        {
            (BinaryOperator.Greater or BinaryOperator.NotEqual, 0) or (BinaryOperator.GreaterOrEqual, 1) =>
                IsEmpty(what, words, "not "),
            (BinaryOperator.Equal or BinaryOperator.LessOrEqual, 0) or (BinaryOperator.Less, 1) =>
                IsEmpty(what, words, ""),
            _ => null,
        };
    }

    private static string IsEmpty(BoundExpression what, ExpressionWords words, string not)
    {
        var said = words.Of(what);
        return $"{said} {(Wording.IsPlural(said) ? "are" : "is")} {not}empty";
    }

    private static string Subject(BoundExpression value, ExpressionWords words) =>
        ExpressionWords.Bare(value) is BoundMember { Field: { Declaration: null, Name: "statusCode" }, Target: var target }
            && ExpressionWords.Bare(target) is BoundEvent
            ? "the status"
            : words.Of(value);

    private static string Pattern(BoundInStatus test) =>
        (test.First / 100).ToString(CultureInfo.InvariantCulture) + "xx";
}
