namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>A command line that cannot be understood is answered with one sentence that says what to type.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("", "no command was given: type 'herogi check FOLDER', or 'herogi --help' for all there is")]
    [InlineData("chek", "there is no command 'chek': type 'herogi check FILE…' or 'herogi check FOLDER'")]
    [InlineData("check", "no file or folder was given: type 'herogi check FILE…' or 'herogi check FOLDER'")]
    [InlineData("check --loud", "there is no option '--loud': type 'herogi check --help' to see those there are")]
    [InlineData("check . --loud", "there is no option '--loud': type 'herogi check --help' to see those there are")]
    [InlineData("--loud", "there is no option '--loud': type 'herogi check --help' to see those there are")]
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
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("check -h")]
    public async Task HelpShowsWhatOneWouldType(string line)
    {
        var outcome = await _place.RunAsync(line.Split(' '));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Errors);
        Assert.Contains("Examples:", outcome.Output);
        Assert.Contains(
            outcome.Output, shown => shown.StartsWith("  herogi check flows/crm.herogi ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheVersionIsAskedForByItsOption()
    {
        var outcome = await _place.RunAsync("--version");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", Assert.Single(outcome.Output));
    }
}
