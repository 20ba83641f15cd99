namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>What the shells ask, and what they are answered.</summary>
public sealed class CompletionTests : IDisposable
{
    // As bash would call it behind a line and the key for completion.
    private const string Ask = """
        source <(herogi completion bash)
        complete -p herogi
        ask() {
          COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
          read -ra COMP_WORDS <<<"$1"
          [[ $1 != *' ' ]] || COMP_WORDS+=("")
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          _herogi
          printf '%s|' "${COMPREPLY[@]}"
          echo
        }

        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("herogi ch", "check")]
    [InlineData("herogi check --w", "--watch")]
    [InlineData("herogi check --format ", "json sarif text")]
    [InlineData("herogi check a", "a.herogi")]
    [InlineData("herogi check flows/", "flows/crm.herogi flows/inner/")]
    [InlineData("herogi fmt flows/i", "flows/inner/")]
    [InlineData("herogi new --path f", "flows/")]
    [InlineData("herogi completion ", "bash fish pwsh zsh")]
    [InlineData("herogi help HRG300", "HRG3001 HRG3002 HRG3003 HRG3004 HRG3005 HRG3006 HRG3007 HRG3008 HRG3009")]
    public async Task ALineGoesOnWithCommandsOptionsAndFiles(string line, string expected)
    {
        foreach (var path in new[] { "a.herogi", "a.txt", "flows/crm.herogi", "flows/inner/b.herogi", "flows/.x/c.herogi" })
            _place.With(path, "");

        var outcome = await _place.RunAsync($"[suggest:{line.Length}]", line);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Errors);
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            outcome.Output.Where(item => !item.StartsWith('-') || line.Contains("--w", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task BashCompletesWhatIsTyped()
    {
        _place.With("flows/crm.herogi", "").With("flows/a file.herogi", "");

        var outcome = await _place.RunShellAsync(
            "bash", Ask + "ask 'herogi ch'; ask 'herogi check fl'; ask 'herogi check flows/'; ask 'herogi check --format s'");

        Assert.Equal(
            ["complete -F _herogi herogi", "check|", "flows/|", "flows/a file.herogi|flows/crm.herogi|", "sarif|"],
            outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("bash", "complete -F _herogi herogi")]
    [InlineData("zsh", "#compdef herogi")]
    [InlineData("fish", "complete -c herogi -f -a '(__herogi_complete)'")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName herogi -ScriptBlock {")]
    public async Task EveryShellHasItsScript(string shell, string line)
    {
        var outcome = await _place.RunAsync("completion", shell);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(line, outcome.Output);
        Assert.Contains(outcome.Output, shown => shown.Contains("herogi \"[suggest:", StringComparison.Ordinal));
    }
}
