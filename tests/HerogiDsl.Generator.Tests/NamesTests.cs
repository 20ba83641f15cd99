using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Emit;

namespace HerogiDsl.Generator.Tests;

/// <summary>How names of the language become names of C#.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Order", "count", "Count")]
    [InlineData("Plan", "plan", "PlanValue")]
    [InlineData("Email", "email", "EmailValue")]
    [InlineData("Order", "clone", "CloneValue")]
    [InlineData("Order", "toString", "ToStringValue")]
    [InlineData("Order", "_", "_")]
    public void APropertyGoesRoundWhatARecordHas(string record, string field, string property) =>
        Assert.Equal([property], CSharpNames.Properties(record, [field]));

    [Fact]
    public void TwoFieldsThatDifferInCaseAreTwoProperties() =>
        Assert.Equal(["Email", "EmailValue"], CSharpNames.Properties("Order", ["email", "Email"]));

    [Fact]
    public void AStateMayBeNamedLikeItsScenarioOrTheBase() =>
        Assert.Equal(["CrmState", "StateState", "Other"], CSharpNames.StateRecords("Crm", ["Crm", "State", "Other"]));

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("klass", "klass")]
    public void KeywordsAreEscaped(string name, string escaped) => Assert.Equal(escaped, CSharpNames.Escape(name));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void TheCultureOfTheMachineDoesNotShow(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new(culture);
            Assert.Equal("Id", CSharpNames.Pascal("id"));
            Assert.Equal("1.5m", CSharpLiteral.Decimal(1.5m));
            Assert.Equal("-7L", CSharpLiteral.Int(-7));
            Assert.Equal("global::System.TimeSpan.FromMinutes(90)", CSharpLiteral.Duration(TimeSpan.FromMinutes(90)));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TextsAreLiterals() =>
        Assert.Equal("\"a\\\"b\\\\c\\n\\u0001\"", CSharpLiteral.Text("a\"b\\c\n\u0001"));

    [Fact]
    public void LongLinesBreakBehindCommasAndInsideTexts()
    {
        Assert.Equal(["f(aaaaaaaaaa,", "bbbbbbbbbb,", "cccc)"], LineBreaker.Break("f(aaaaaaaaaa, bbbbbbbbbb, cccc)", 15));
        var parts = LineBreaker.Break("x = \"" + new string('a', 100) + "\";", 40).ToArray();
        Assert.All(parts, part => Assert.True(part.Length <= 40));
        Assert.All(parts[..^1], part => Assert.EndsWith("\" +", part, StringComparison.Ordinal));
    }

    [Fact]
    public void BracesMustBalance()
    {
        var writer = new CSharpWriter();
        writer.Open("class A");

        Assert.Throws<InvalidOperationException>(() => writer.ToString());
        writer.Close();
        Assert.Equal("class A\n{\n}\n", writer.ToString());
        Assert.Throws<InvalidOperationException>(() => writer.Close());
    }
}
