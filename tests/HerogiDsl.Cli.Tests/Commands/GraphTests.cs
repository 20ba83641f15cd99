namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi graph` and `herogi explain`, as one types them.</summary>
public sealed class GraphTests : IDisposable
{
    private const string Two =
        """
        event Go
        event Stop

        /// Goes.
        scenario First { start { on Go -> Going }  state Going { on Stop -> Over }  end Over }

        scenario Second { start { on Go -> Going }  state Going { after 1h -> Over }  end Over }
        """;

    private readonly Workplace _place = new Workplace().With("two.herogi", Two);

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("graph", "flowchart TD")]
    [InlineData("graph . --format mermaid", "flowchart TD")]
    [InlineData("graph two.herogi --format dot", "digraph \"First, Second\" {")]
    [InlineData("graph --format svg", "  <title>First, Second</title>")]
    [InlineData("explain", "First")]
    [InlineData("explain two.herogi --format markdown", "# Second")]
    public async Task AllScenariosAreWrittenToTheOutput(string line, string expected)
    {
        var outcome = await _place.RunAsync(line.Split(' '));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Errors);
        Assert.Contains(expected, outcome.Output);
    }

    [Theory]
    [InlineData("graph --scenario Second --format dot", "digraph \"Second\" {")]
    [InlineData("graph --scenario Second", "title: \"Second\"")]
    [InlineData("explain --scenario Second", "Second")]
    public async Task OneScenarioIsChosenByItsName(string line, string expected)
    {
        var outcome = await _place.RunAsync(line.Split(' '));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(expected, outcome.Output);
        Assert.DoesNotContain(outcome.Output, shown => shown.Contains("First", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("out.svg", "<svg ")]
    [InlineData("out.dot", "digraph ")]
    [InlineData("out.gv", "digraph ")]
    [InlineData("out.mmd", "flowchart ")]
    public async Task TheEndingOfTheFileSaysTheFormat(string file, string beginning)
    {
        var outcome = await _place.RunAsync("graph", "--output", file);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        var text = await File.ReadAllTextAsync(Path.Combine(_place.Folder, file), TestContext.Current.CancellationToken);
        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "graph --format png", "there is no format 'png': type '--format mermaid', '--format dot' or '--format svg'")]
    [InlineData("explain --format html", "there is no format 'html': type '--format text' or '--format markdown'")]
    [InlineData(
        "graph --scenario Third", "there is no scenario 'Third': type '--scenario' with one of 'First', 'Second'")]
    [InlineData(
        "explain --scenario Third", "there is no scenario 'Third': type '--scenario' with one of 'First', 'Second'")]
    [InlineData(
        "graph gone.herogi",
        "'gone.herogi' does not exist: type 'herogi graph FILE…' or 'herogi graph FOLDER' with what there is")]
    public async Task WhatIsNotThereIsSaidWithWhatToType(string line, string sentence)
    {
        var outcome = await _place.RunAsync(line.Split(' '));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal([sentence], outcome.Errors);
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("explain")]
    public async Task AMistakeIsToldAndNothingIsDrawn(string command)
    {
        _place.With("two.herogi", Two.Replace("-> Going", "-> Gone", StringComparison.Ordinal));

        var outcome = await _place.RunAsync(command, "two.herogi");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(outcome.Errors, line => line.Contains("HRG1001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileThatCannotBeWrittenIsToldOf()
    {
        var outcome = await _place.RunAsync("graph", "--output", "no/such/folder/a.svg");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("'no/such/folder/a.svg' cannot be written", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }
}
