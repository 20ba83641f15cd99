namespace HerogiDsl.Compiler.Tests.Parsing;

public class PrecedenceTests
{
    [Theory]
    [InlineData("a or b and c", "(a Or (b And c))")]
    [InlineData("a and b or c", "((a And b) Or c)")]
    [InlineData("a or b or c", "((a Or b) Or c)")]
    [InlineData("not a and b", "((Not a) And b)")]
    [InlineData("not a == b", "(Not (a Equal b))")]
    [InlineData("not not a", "(Not (Not a))")]
    [InlineData("a == b and c != d", "((a Equal b) And (c NotEqual d))")]
    [InlineData("a ?? b == c", "((a Coalesce b) Equal c)")]
    [InlineData("a ?? b ?? c", "((a Coalesce b) Coalesce c)")]
    [InlineData("a ?? b + c", "(a Coalesce (b Add c))")]
    [InlineData("a + b * c", "(a Add (b Multiply c))")]
    [InlineData("a - b - c", "((a Subtract b) Subtract c)")]
    [InlineData("a * b / c % d", "(((a Multiply b) Divide c) Remainder d)")]
    [InlineData("-a * -b", "((Negate a) Multiply (Negate b))")]
    [InlineData("- -a.b", "(Negate (Negate a.b))")]
    [InlineData("a < b + 1", "(a Less (b Add 1))")]
    [InlineData("a <= b or a >= c or a > d", "(((a LessOrEqual b) Or (a GreaterOrEqual c)) Or (a Greater d))")]
    [InlineData("if a then b else c or d", "Conditional(a, b, (c Or d))")]
    [InlineData("if a then b else if c then d else e", "Conditional(a, b, Conditional(c, d, e))")]
    [InlineData("(if a then b else c) + 1", "(Parenthesized(Conditional(a, b, c)) Add 1)")]
    [InlineData("a in 5xx and b", "(InStatus(a, no, 500, 599) And b)")]
    [InlineData("a not in [1, 2,]", "InList(a, yes, List([1 2]))")]
    [InlineData("a in b ?? c", "InList(a, no, (b Coalesce c))")]
    [InlineData("a in 1..5", "InRange(a, no, 1, 5)")]
    [InlineData("a not in b..c + 1", "InRange(a, yes, b, (c Add 1))")]
    [InlineData("a matches \"x\" or a not matches \"y\"", "(Matches(a, no, \"x\") Or Matches(a, yes, \"y\"))")]
    [InlineData("a is null or a is not E", "(Is(a, no) Or Is(a, yes, E))")]
    [InlineData("a.b?.c[0][d].e", "ElementAccess(ElementAccess(a.b?.c, 0), d).e")]
    [InlineData("f()", "Call(f, [])")]
    [InlineData("f(a, g(b)).c", "Call(f, [a Call(g, [b])]).c")]
    [InlineData("{}", "Object([])")]
    [InlineData("{ a: 1 b: 2, if: 3, }", "Object([ObjectField(a, 1) ObjectField(b, 2) ObjectField(if, 3)])")]
    [InlineData("[]", "List([])")]
    [InlineData("3.5 + 3", "(DecimalLiteral(3.5) Add 3)")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("1w2d3h4m5s6ms", "DurationLiteral(9.03:04:05.0060000)")]
    [InlineData("true == false", "(BoolLiteral(yes) Equal BoolLiteral(no))")]
    [InlineData("null", "NullLiteral()")]
    [InlineData("to + for + set + state", "(((to Add for) Add set) Add state)")]
    public void OperatorsBindAsTheGrammarSays(string expression, string tree) =>
        Assert.Equal(tree, TreePrinter.Print(Given.Expression(expression)));

    [Theory]
    [InlineData("a == b == c", "==")]
    [InlineData("a < b in c", "in")]
    [InlineData("a is E is F", "is")]
    public void AComparisonIsNotComparedAgain(string expression, string sign)
    {
        var told = Assert.Single(Given.File($"scenario S {{ state A {{ set x = {expression} }} }}").Diagnostics);
        Assert.Equal("HRG0001", told.Id);
        Assert.EndsWith($"found '{sign}'", told.Message, StringComparison.Ordinal);
    }
}
