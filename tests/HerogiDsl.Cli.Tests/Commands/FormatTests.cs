using System.Text.Json;

namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi check --format json` and `sarif`, for programs.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Twice = """
        namespace Shop
        event Go { id: string }
        record Go { id: string }
        scenario Walk {
          start { on Go -> Thére /* 😀 */ }
          state There { on Go -> Done }
          end Done
        }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task JsonHasEveryDiagnosticWithItsPlacesCountedFromOne()
    {
        var root = await RunAsync("json", "a b.herogi");

        Assert.Equal(1, root.GetProperty("version").GetInt32());
        Assert.Equal((1, 2), (root.GetProperty("files").GetInt32(), root.GetProperty("errors").GetInt32()));
        var found = root.GetProperty("diagnostics").EnumerateArray().ToArray();
        Assert.Equal(["HRG1009", "HRG1001"], found.Select(one => one.GetProperty("id").GetString()));
        var (twice, unknown) = (found[0], found[1]);
        Assert.Equal("a b.herogi", twice.GetProperty("path").GetString());
        Assert.Equal("""{"line":3,"column":8}""", Flat(twice.GetProperty("start")));
        Assert.Equal("""{"line":3,"column":10}""", Flat(twice.GetProperty("end")));
        var related = Assert.Single(twice.GetProperty("related").EnumerateArray());
        Assert.Equal("""{"line":2,"column":7}""", Flat(related.GetProperty("start")));
        Assert.Equal("error", unknown.GetProperty("severity").GetString());
        Assert.Equal("scenario 'Walk' has no state 'Thére'", unknown.GetProperty("message").GetString());
        Assert.StartsWith("did you mean 'There'?", unknown.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/docs/diagnostics/HRG1001.md", unknown.GetProperty("help").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASoundProjectIsAnEmptyList()
    {
        _place.With("a.herogi", "");

        var outcome = await _place.RunAsync("check", "--format", "json");

        using var document = JsonDocument.Parse(string.Join('\n', outcome.Output));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(0, document.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    // What the schema of SARIF 2.1.0 demands, and what code scanning reads.
    [Fact]
    public async Task SarifHasRulesAndResultsWithRegions()
    {
        var root = await RunAsync("sarif", "a b.herogi");

        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("herogi", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        Assert.All(rules, rule => Assert.True(
            Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute)
            && rule.GetProperty("shortDescription").GetProperty("text").GetString() is { Length: > 0 }
            && rule.GetProperty("defaultConfiguration").GetProperty("level").GetString() is "error" or "warning"));
        Assert.Distinct(rules.Select(rule => rule.GetProperty("id").GetString()));

        var bases = run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString()!;
        Assert.True(new Uri(bases).IsFile && bases.EndsWith('/'));
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["HRG1009", "HRG1001"], results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.All(results, result => Assert.Equal(
            result.GetProperty("ruleId").GetString(),
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        var place = Assert.Single(results[1].GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.Equal("""{"uri":"a%20b.herogi","uriBaseId":"SRCROOT"}""", Flat(place.GetProperty("artifactLocation")));
        Assert.Equal(
            """{"startLine":5,"startColumn":20,"endLine":5,"endColumn":25}""", Flat(place.GetProperty("region")));
        var related = Assert.Single(results[0].GetProperty("relatedLocations").EnumerateArray());
        Assert.Equal(2, related.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.True(related.GetProperty("message").GetProperty("text").GetString() is { Length: > 0 });
    }

    private async Task<JsonElement> RunAsync(string format, string path)
    {
        _place.With(path, Twice);
        var outcome = await _place.RunAsync("check", path, "--format", format);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["2 errors in 1 file"], outcome.Errors);
        using var document = JsonDocument.Parse(string.Join('\n', outcome.Output));
        return document.RootElement.Clone();
    }

    private static string Flat(JsonElement element) => JsonSerializer.Serialize(element);
}
