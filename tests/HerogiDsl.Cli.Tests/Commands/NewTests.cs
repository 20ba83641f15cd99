namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi new`, run as a process of its own.</summary>
public sealed class NewTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("", "onboarding.herogi", "Onboarding")]
    [InlineData("OrderDesk", "order-desk.herogi", "OrderDesk")]
    [InlineData("CRMSync2 --path flows/crm", "flows/crm/crm-sync2.herogi", "CRMSync2")]
    public async Task WhatIsWrittenIsSoundAndInTheCommonStyle(string line, string path, string scenario)
    {
        var made = await _place.RunAsync(["new", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var check = await _place.RunAsync("check", ".");
        var style = await _place.RunAsync("fmt", "--check");

        Assert.Equal((0, 0, 0), (made.ExitCode, check.ExitCode, style.ExitCode));
        Assert.Equal([path], made.Output);
        Assert.Contains($"  1. see that it is sound           herogi check {path}", made.Errors);
        Assert.Equal(["1 file, no mistakes"], check.Errors);
        Assert.Contains($"\nscenario {scenario} {{\n", _place.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoOfThemAreCompiledTogether()
    {
        await _place.RunAsync("new");
        await _place.RunAsync("new", "OrderDesk");

        Assert.Equal(["2 files, no mistakes"], (await _place.RunAsync("check")).Errors);
    }

    [Fact]
    public async Task ANameThatWouldGiveADiagnosticIsRefused()
    {
        var outcome = await _place.RunAsync("new", "Order_Desk");

        Assert.Equal(2, outcome.ExitCode);
        Assert.EndsWith(": type 'herogi new NAME' with another name", Assert.Single(outcome.Errors), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_place.Folder, "order-desk.herogi")));
    }

    [Fact]
    public async Task AFileThatIsThereIsReplacedOnlyByForce()
    {
        _place.With("onboarding.herogi", "event Mine");

        var refused = await _place.RunAsync("new");
        var kept = _place.Read("onboarding.herogi");
        var forced = await _place.RunAsync("new", "--force");

        Assert.Equal((2, 0), (refused.ExitCode, forced.ExitCode));
        Assert.Equal(
            ["'onboarding.herogi' is there already: type 'herogi new NAME' with another name, or add '--force' to replace it"],
            refused.Errors);
        Assert.Equal("event Mine", kept);
        Assert.Contains("scenario Onboarding", _place.Read("onboarding.herogi"), StringComparison.Ordinal);
    }
}
