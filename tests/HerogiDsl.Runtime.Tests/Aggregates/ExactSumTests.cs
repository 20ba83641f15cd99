using System.Globalization;
using HerogiDsl.Runtime.Aggregates;

namespace HerogiDsl.Runtime.Tests.Aggregates;

public sealed class ExactSumTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1.50 1.50", "3.00")]
    [InlineData("10.5 -0.25", "10.25")]
    [InlineData("-1 -2.5", "-3.5")]
    [InlineData("-0.001", "-0.001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1000000000000000000000000000 0.4", "1000000000000000000000000000.4")]
    public void ASumIsADecimalAndComesBackFromItsText(string values, string sum)
    {
        var exact = Sum(values);

        Assert.Equal(sum, exact.ToDecimal().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(exact, ExactSum.Parse(exact.ToString()));
    }

    [Fact]
    public void WhatIsTakenAwayAgainLeavesNothingBehind()
    {
        var sum = Sum("0.0000000000000000000000000001").Add(decimal.MaxValue).Add(decimal.MaxValue);

        Assert.Throws<OverflowException>(() => sum.ToDecimal());
        Assert.Equal(0.0000000000000000000000000001m, sum.Subtract(decimal.MaxValue).Subtract(decimal.MaxValue).ToDecimal());
        Assert.Equal(sum, ExactSum.Parse(sum.ToString()));
    }

    [Theory]
    [InlineData("1 2", 2, "1.5")]
    [InlineData("10.00 20.00", 2, "15.00")]
    [InlineData("1", 3, "0.3333333333333333333333333333")]
    [InlineData("-2", 3, "-0.6666666666666666666666666667")]
    [InlineData("79228162514264337593543950335 79228162514264337593543950335", 2, "79228162514264337593543950335")]
    public void AMeanIsAsExactAsADecimal(string values, int count, string mean) =>
        Assert.Equal(mean, Sum(values).Mean(count).ToString(CultureInfo.InvariantCulture));

    private static ExactSum Sum(string values) => values.Split(' ').Aggregate(
        ExactSum.Zero, (sum, value) => sum.Add(decimal.Parse(value, CultureInfo.InvariantCulture)));
}
