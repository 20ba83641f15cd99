using System.Text;

namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi fmt`, run as a process of its own.</summary>
public sealed class FmtTests : IDisposable
{
    private const string Untidy = "event A{x:int}\n\n\nevent B";
    private const string Tidy = "event A { x: int }\n\nevent B\n";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task FilesThatChangeAreWrittenAndNamed()
    {
        _place.With("a.herogi", Untidy).With("flows/b.herogi", Tidy).With("flows/obj/c.herogi", Untidy);

        var outcome = await _place.RunAsync("fmt");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["a.herogi"], outcome.Output);
        Assert.Equal(["1 file formatted, 1 file in the common style"], outcome.Errors);
        Assert.Equal((Tidy, Untidy), (_place.Read("a.herogi"), _place.Read("flows/obj/c.herogi")));
        var again = await _place.RunAsync("fmt", "flows", "a.herogi");
        Assert.Empty(again.Output);
        Assert.Equal(["2 files in the common style"], again.Errors);
    }

    [Fact]
    public async Task CheckNamesThemAndChangesNothing()
    {
        _place.With("a.herogi", Untidy).With("b.herogi", Tidy);

        var outcome = await _place.RunAsync("fmt", "--check", ".");
        var sound = await _place.RunAsync("fmt", "--check", "b.herogi");

        Assert.Equal((1, 0), (outcome.ExitCode, sound.ExitCode));
        Assert.Equal(["a.herogi"], outcome.Output);
        Assert.Equal(["1 file would change, 1 file in the common style"], outcome.Errors);
        Assert.Equal(Untidy, _place.Read("a.herogi"));
    }

    [Fact]
    public async Task AFileWithAMistakeInItsSyntaxIsLeftAsItIs()
    {
        _place.With("a.herogi", "event A{").With("b.herogi", Untidy);

        var outcome = await _place.RunAsync("fmt");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["b.herogi"], outcome.Output);
        Assert.StartsWith("a.herogi(1,8): error HRG0002: ", outcome.Errors[0], StringComparison.Ordinal);
        Assert.Equal("a.herogi: left as it is, because of these mistakes in its syntax", outcome.Errors[1]);
        Assert.Equal(("event A{", Tidy), (_place.Read("a.herogi"), _place.Read("b.herogi")));
    }

    [Fact]
    public async Task StandardInputComesOutAgain()
    {
        var outcome = await _place.RunWithInputAsync(Untidy, "fmt", "-");
        var check = await _place.RunWithInputAsync(Untidy, "fmt", "-", "--check");
        var broken = await _place.RunWithInputAsync("event {", "fmt", "-");

        Assert.Equal((0, 1, 1), (outcome.ExitCode, check.ExitCode, broken.ExitCode));
        Assert.Equal(["event A { x: int }", "event B"], outcome.Output);
        Assert.Empty(outcome.Errors);
        Assert.Empty(check.Output);
        Assert.Empty(broken.Output);
        Assert.StartsWith("<stdin>(1,7): error HRG0001: ", broken.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AByteOrderMarkAndTheLineEndsStay()
    {
        _place.With("a.herogi", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("event  A\r\nevent B")]);

        await _place.RunAsync("fmt");

        var written = await File.ReadAllBytesAsync(Path.Combine(_place.Folder, "a.herogi"));
        Assert.Equal("\uFEFFevent A\r\nevent B\r\n", Encoding.UTF8.GetString(written));
    }
}
