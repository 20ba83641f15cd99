namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>Template files are found by the names in the `.herogi` files.</summary>
public sealed class TemplateFileTests : IDisposable
{
    private const string Walk = """
        namespace Shop
        event Go { name: string }
        event Saved from http
        connection Crm { url "https://crm.example" }
        scenario Walk {
            session customer: Go
            start { on Go do { set customer = event } -> There }
            state There {
                http post Crm "/people" returns Saved { json file "templates/person.json.scriban" idempotent }
                on Saved -> Done
            }
            end Done
        }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task AFileIsFoundRelativeToTheFileThatNamesIt()
    {
        _place.With("flows/walk.herogi", Walk);
        _place.With("flows/templates/person.json.scriban", """{ "name": "{{ session.customer.name }}" }""");

        var outcome = await _place.RunAsync("check", "flows/walk.herogi");

        Assert.Empty(outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task AFileThatIsNotThereIsAMistakeWhereItIsNamed()
    {
        _place.With("flows/walk.herogi", Walk);
        _place.With("templates/person.json.scriban", "{}");

        var outcome = await _place.RunAsync("check", "flows");

        Assert.Equal(1, outcome.ExitCode);
        var line = Assert.Single(outcome.Output);
        Assert.StartsWith("flows/walk.herogi(9,59): error HRG4005: ", line, StringComparison.Ordinal);
        Assert.Contains("'flows/templates/person.json.scriban'", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeInATemplateIsAtItsPlaceInTheTemplateFile()
    {
        _place.With("flows/walk.herogi", Walk);
        _place.With("flows/templates/person.json.scriban", "{\n  \"name\": \"{{ session.customer.nmae }}\"\n}");

        var outcome = await _place.RunAsync("check", ".");

        Assert.Equal(1, outcome.ExitCode);
        var line = Assert.Single(outcome.Output);
        Assert.StartsWith(
            "flows/templates/person.json.scriban(2,32): error HRG4002: ", line, StringComparison.Ordinal);
    }
}
