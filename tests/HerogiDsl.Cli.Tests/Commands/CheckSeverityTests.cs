namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi check` where configuration says how grave a warning is.</summary>
public sealed class CheckSeverityTests : IDisposable
{
    private const string Place = "flows/walk.herogi(1,7): ";

    private readonly Workplace _place = new Workplace().With("flows/walk.herogi", "event A");

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("error", "error", 1)]
    [InlineData("warning", "warning", 0)]
    [InlineData("default", "warning", 0)]
    [InlineData("suggestion", null, 0)]
    [InlineData("silent", null, 0)]
    [InlineData("none", null, 0)]
    public async Task AnEditorConfigDecides(string word, string? told, int exitCode)
    {
        _place.With(".editorconfig", $"[*.herogi]\ndotnet_diagnostic.HRG1013.severity = {word}\n");

        await AssertToldAsync(told, exitCode);
    }

    [Fact]
    public async Task TheNearestEditorConfigWins()
    {
        _place.With(".editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = none\n")
            .With("flows/.editorconfig", "[*]\ndotnet_diagnostic.HRG1013.severity = error\n");

        await AssertToldAsync("error", 1);
    }

    [Fact]
    public async Task ASectionOfOtherFilesSaysNothing()
    {
        _place.With(".editorconfig", "[*.cs]\ndotnet_diagnostic.HRG1013.severity = error\n");

        await AssertToldAsync("warning", 0);
    }

    [Fact]
    public async Task AGlobalConfigDecidesForTheProject()
    {
        _place.With(".globalconfig", "is_global = true\ndotnet_diagnostic.HRG1013.severity = error\n");

        await AssertToldAsync("error", 1);
    }

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);HRG1013</NoWarn>", null, 0)]
    [InlineData("<WarningsAsErrors>HRG1013</WarningsAsErrors>", "error", 1)]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error", 1)]
    [InlineData(
        "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>HRG1013</WarningsNotAsErrors>", "warning", 0)]
    public async Task TheProjectDecides(string properties, string? told, int exitCode)
    {
        _place.With("shop.csproj", $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");

        await AssertToldAsync(told, exitCode);
    }

    [Fact]
    public async Task AnErrorStaysOne()
    {
        _place.With("flows/walk.herogi", "event {").With(".editorconfig", "[*]\ndotnet_diagnostic.HRG0001.severity = none\n");

        var outcome = await _place.RunAsync("check", "flows");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith(Place + "error HRG0001: ", Assert.Single(outcome.Output), StringComparison.Ordinal);
    }

    private async Task AssertToldAsync(string? told, int exitCode)
    {
        var outcome = await _place.RunAsync("check", "flows");

        Assert.Equal(exitCode, outcome.ExitCode);
        if (told is null)
            Assert.Empty(outcome.Output);
        else
            Assert.StartsWith($"{Place}{told} HRG1013: ", Assert.Single(outcome.Output), StringComparison.Ordinal);
    }
}
