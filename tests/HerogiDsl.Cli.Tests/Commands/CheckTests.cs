namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi check`, run as a process of its own.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Sound = """
        namespace Shop
        event Go { id: string }
        scenario Walk {
            start { on Go -> There }
            state There { on Go -> Done }
            end Done
        }
        """;

    private const string Mistyped = """
        namespace Shop
        event Go { id: string }
        scenario Walk {
            start { on Go -> Ther }
            state There { on Go -> Doen }
            end Done
        }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task AFileWithoutMistakesIsASuccessAndWritesNothing()
    {
        var outcome = await _place.With("walk.herogi", Sound).RunAsync("check", "walk.herogi");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal(["1 file, no mistakes"], outcome.Errors);
    }

    [Fact]
    public async Task EachMistakeIsOneLineAsInABuild()
    {
        var outcome = await _place.With("flows/walk.herogi", Mistyped).RunAsync("check", "flows/walk.herogi");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                "flows/walk.herogi(4,22): error HRG1001: scenario 'Walk' has no state 'Ther'; "
                    + "did you mean 'There'? its states are 'Done', 'There'",
                "flows/walk.herogi(5,28): error HRG1001: scenario 'Walk' has no state 'Doen'; "
                    + "did you mean 'Done'? its states are 'Done', 'There'",
            ],
            outcome.Output);
        Assert.Equal(["2 errors in 1 file"], outcome.Errors);
    }

    [Fact]
    public async Task WarningsAloneAreNoFailure()
    {
        var outcome = await _place.With("walk.herogi", Sound.Replace("Go", "go", StringComparison.Ordinal))
            .RunAsync("check", "walk.herogi");

        Assert.Equal(0, outcome.ExitCode);
        var line = Assert.Single(outcome.Output);
        Assert.StartsWith("walk.herogi(2,7): warning HRG1011: ", line, StringComparison.Ordinal);
        Assert.Equal(["1 warning in 1 file"], outcome.Errors);
    }

    [Fact]
    public async Task AFolderIsOneProjectWithoutBuildOutputAndOtherPeoplesCode()
    {
        _place.With("a/events.herogi", "namespace Shop\nevent Go { id: string }");
        _place.With("b/c/walk.herogi", Mistyped.Replace("event Go { id: string }", "", StringComparison.Ordinal));
        foreach (var folder in new[] { "bin", "obj", ".git", "node_modules", "a/bin/Debug" })
            _place.With(folder + "/broken.herogi", "scenario {");

        var outcome = await _place.RunAsync("check", ".");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["b/c/walk.herogi(4,22)", "b/c/walk.herogi(5,28)"], outcome.Output.Select(PlaceOf));
        Assert.Equal(["2 errors in 2 files"], outcome.Errors);
    }

    [Fact]
    public async Task TheFilesOfOneCallAreCompiledTogether()
    {
        _place.With("events.herogi", "namespace Shop\nevent Go { id: string }");
        _place.With("walk.herogi", Sound.Replace("event Go { id: string }", "", StringComparison.Ordinal));

        var together = await _place.RunAsync("check", "walk.herogi", "events.herogi");
        var alone = await _place.RunAsync("check", "walk.herogi");

        Assert.Equal((0, 1), (together.ExitCode, alone.ExitCode));
        Assert.Contains(alone.Output, line => line.Contains("HRG1002: there is no event 'Go'", StringComparison.Ordinal));
        Assert.Empty(together.Output);
    }

    [Fact]
    public async Task MistakesComeByPathThenByLineThenByColumn()
    {
        _place.With("b.herogi", Mistyped);
        _place.With("a.herogi", Mistyped
            .Replace("Walk", "Run", StringComparison.Ordinal).Replace("Shop", "Other", StringComparison.Ordinal)
            .Replace("Go", "Come", StringComparison.Ordinal));

        var outcome = await _place.RunAsync("check", "b.herogi", "a.herogi");

        Assert.Equal(
            ["a.herogi(4,24)", "a.herogi(5,30)", "b.herogi(4,22)", "b.herogi(5,28)"], outcome.Output.Select(PlaceOf));
    }

    [Fact]
    public async Task AFileGivenTwiceIsReadOnce()
    {
        var outcome = await _place.With("walk.herogi", Sound).RunAsync("check", "walk.herogi", "./walk.herogi");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["1 file, no mistakes"], outcome.Errors);
    }

    [Theory]
    [InlineData("Shop.Flows", 0)]
    [InlineData("Other", 1)]
    public async Task FilesWithoutANamespaceAreInTheRootNamespace(string name, int expected)
    {
        _place.With("events.herogi", "event Go { id: string }");
        _place.With("walk.herogi", Sound
            .Replace("namespace Shop", "namespace Walks\nusing Shop.Flows", StringComparison.Ordinal)
            .Replace("event Go { id: string }", "", StringComparison.Ordinal));

        var outcome = await _place.RunAsync("check", ".", "--root-namespace", name);

        Assert.Equal(expected, outcome.ExitCode);
    }

    [Fact]
    public async Task TheFoldersNameIsTheRootNamespaceWhereNoneIsGiven()
    {
        _place.With("my-shop/events.herogi", "event Go { id: string }");
        _place.With("my-shop/walk.herogi", Sound
            .Replace("namespace Shop", "namespace Walks\nusing my_shop", StringComparison.Ordinal)
            .Replace("event Go { id: string }", "", StringComparison.Ordinal));

        var outcome = await _place.RunAsync("check", "my-shop");

        Assert.Empty(outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task TextThatIsNotUtf8IsAMistakeAtItsPlace()
    {
        var outcome = await _place.With("walk.herogi", [.. "// "u8, 0xE4, (byte)'\n']).RunAsync("check", "walk.herogi");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["walk.herogi(1,4): error HRG0004: this is not UTF-8; save the file as UTF-8"], outcome.Output);
    }

    private static string PlaceOf(string line) => line[..(line.IndexOf(')', StringComparison.Ordinal) + 1)];
}
