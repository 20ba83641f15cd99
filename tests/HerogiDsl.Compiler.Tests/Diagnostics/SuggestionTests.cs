using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Tests.Diagnostics;

public class SuggestionTests
{
    [Theory]
    [InlineData("satte", "state")]
    [InlineData("retruns", "returns")]
    [InlineData("STATE", "state")]
    [InlineData("CustomerRegistr", "CustomerRegister")]
    [InlineData("on", null)]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void TheNearestNameIsOneThatCouldBeMeant(string name, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(name, ["end", "state", "returns", "CustomerRegister"]));

    [Fact]
    public void ANameIsNotSuggestedForItself() => Assert.Null(Suggestion.Nearest("state", ["state"]));
}
