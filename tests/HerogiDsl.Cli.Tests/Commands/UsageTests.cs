namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>A command line that cannot be understood is answered with one sentence that says what to type.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(
        "chek",
        "there is no command 'chek'; did you mean 'check'? type 'herogi check --help', or 'herogi --help' "
            + "for all there is")]
    [InlineData("dance", "there is no command 'dance': type 'herogi --help' for all there is")]
    [InlineData("a.herogi", "there is no command 'a.herogi', but a file or folder: type 'herogi check a.herogi'")]
    [InlineData("check --loud", "there is no option '--loud': type 'herogi check --help' to see those there are")]
    [InlineData("check . --loud", "there is no option '--loud': type 'herogi check --help' to see those there are")]
    [InlineData(
        "check . --wach",
        "there is no option '--wach'; did you mean '--watch'? type 'herogi check --help' to see those there are")]
    [InlineData(
        "fmt --chekc",
        "there is no option '--chekc'; did you mean '--check'? type 'herogi fmt --help' to see those there are")]
    [InlineData("--loud", "there is no option '--loud': type 'herogi --help' to see those there are")]
    [InlineData(
        "check --format xml",
        "there is no format 'xml': type '--format text', '--format json' or '--format sarif'")]
    [InlineData(
        "check --watch --format json",
        "'--watch' writes text, not json: type 'herogi check --watch', or leave '--watch' away")]
    [InlineData("fmt - a.herogi", "'-' stands alone: type 'herogi fmt -', or 'herogi fmt FILE…' with files only")]
    [InlineData("fmt empty", "no '.herogi' file is below 'empty': type 'herogi fmt FOLDER' with a folder that has one")]
    [InlineData("new a b", "'b' is more than 'herogi new' takes: type 'herogi new --help' to see how it is written")]
    [InlineData("new order-desk", "'order-desk' is no name for a scenario: type 'herogi new OrderDesk'")]
    [InlineData(
        "new 1",
        "'1' is no name for a scenario: type 'herogi new NAME' with a name of letters and digits, such as 'OrderDesk'")]
    [InlineData("new string", "'string' is no name for a scenario: type 'herogi new String'")]
    [InlineData("completion", "no shell was given: type 'herogi completion' with one of bash, zsh, fish, pwsh")]
    [InlineData(
        "completion tcsh",
        "there is no script for the shell 'tcsh': type 'herogi completion' with one of bash, zsh, fish, pwsh")]
    [InlineData("help HRG30044", "there is no help on 'HRG30044'; did you mean 'HRG3004'? type 'herogi help HRG3004'")]
    [InlineData(
        "help me",
        "there is no help on 'me': type 'herogi help' with a command or the id of a diagnostic, such as HRG3004")]
    [InlineData(
        "check gone.herogi",
        "'gone.herogi' does not exist: type 'herogi check FILE…' or 'herogi check FOLDER' with what there is")]
    [InlineData(
        "check empty",
        "no '.herogi' file is below 'empty': type 'herogi check FOLDER' with a folder that has one")]
    [InlineData(
        "check empty a.herogi",
        "'empty' is a folder, and 2 paths were given: type 'herogi check FOLDER' with one folder, "
            + "or 'herogi check FILE…' with files only")]
    [InlineData(
        "check empty/notes.txt",
        "'empty/notes.txt' is no '.herogi' file: type 'herogi check FILE…' with '.herogi' files; "
            + "the template files that they name are found by themselves")]
    [InlineData(
        "check a.herogi --root-namespace",
        "required argument missing for option: '--root-namespace': type 'herogi check --help' to see how it is written")]
    public async Task WhatCannotBeUnderstoodEndsWithTwo(string line, string sentence)
    {
        _place.With("a.herogi", "event A").With("empty/notes.txt", "");

        var outcome = await _place.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal([sentence], outcome.Errors);
    }

    [Theory]
    [InlineData("", "herogi check flows/crm.herogi")]
    [InlineData("--help", "herogi new Onboarding")]
    [InlineData("help", "herogi new Onboarding")]
    [InlineData("check --help", "herogi check flows/crm.herogi")]
    [InlineData("check -h", "herogi check . --watch")]
    [InlineData("help check", "herogi check . --watch")]
    [InlineData("fmt --help", "herogi fmt -")]
    [InlineData("new --help", "herogi new OrderDesk")]
    [InlineData("completion --help", "source <(herogi completion bash)")]
    [InlineData("help --help", "herogi help HRG3004")]
    public async Task HelpShowsWhatOneWouldType(string line, string example)
    {
        var outcome = await _place.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Errors);
        Assert.Contains("Examples:", outcome.Output);
        Assert.Contains(outcome.Output, shown => shown.StartsWith($"  {example} ", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Output, shown => shown.Length > 200);
    }

    [Fact]
    public async Task EveryCommandHasExamples()
    {
        var commands = (await _place.RunAsync("[suggest:7]", "herogi ")).Output.Where(name => char.IsLetter(name[0]));
        foreach (var command in commands)
            Assert.Contains("Examples:", (await _place.RunAsync(command, "--help")).Output);
    }

    [Theory]
    [InlineData("HRG3004")]
    [InlineData("hrg3004")]
    public async Task ThePageOfADiagnosticIsWithTheProgram(string id)
    {
        var outcome = await _place.RunAsync("help", id);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("# HRG3004: ", outcome.Output[0], StringComparison.Ordinal);
        Assert.Contains("## Right", outcome.Output);
    }

    [Fact]
    public async Task TheVersionIsAskedForByItsOption()
    {
        var outcome = await _place.RunAsync("--version");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", Assert.Single(outcome.Output));
    }
}
