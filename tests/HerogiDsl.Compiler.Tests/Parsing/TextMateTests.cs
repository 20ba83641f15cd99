using System.Text.Json;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>`grammar/textmate/herogi.tmLanguage.json` colours the language that the parser reads.</summary>
public partial class TextMateTests
{
    // Rules about what is inside strings: other languages, and the letters of escapes.
    private static readonly HashSet<string> Guests = ["hole", "jsonTemplate", "htmlTemplate", "escape"];

    private static readonly HashSet<string> PartsOfTokens = ["ms", "wdhms", "xx"];

    private static readonly string Folder = Path.Combine(Given.Repository(), "grammar", "textmate");

    [Fact]
    public void TheKeywordsAreThoseOfTheCompiler() => Assert.Equal(
        SyntaxFacts.Keywords.Union(SyntaxFacts.Reserved).Order(StringComparer.Ordinal),
        Words().Except(PartsOfTokens).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryRuleThatIsIncludedIsThere()
    {
        using var grammar = Grammar();
        var rules = grammar.RootElement.GetProperty("repository").EnumerateObject().Select(rule => rule.Name).ToHashSet();
        var included = Strings(grammar.RootElement, "include").Select(name => name.TrimStart('#')).ToHashSet();

        Assert.Empty(included.Except(rules));
        Assert.Empty(rules.Except(included));
    }

    [Fact]
    public async Task TheTestsOfTheGrammarHold()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "vscode-tmgrammar-test")))
            await RunAsync("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");

        var output = await RunAsync("npm", "test");

        var files = Directory.GetFiles(Path.Combine(Folder, "tests"), "*.test.herogi").Length;
        Assert.Equal(files, Success().Count(output));
    }

    [Fact]
    public void ItsLockFileNamesNoHostOfARegistry() => Assert.DoesNotContain(
        "\"resolved\"", File.ReadAllText(Path.Combine(Folder, "package-lock.json")), StringComparison.Ordinal);

    private static JsonDocument Grammar() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "herogi.tmLanguage.json")));

    private static IEnumerable<string> Words()
    {
        using var grammar = Grammar();
        return grammar.RootElement.GetProperty("repository").EnumerateObject()
            .Where(rule => !Guests.Contains(rule.Name))
            .SelectMany(rule => Strings(rule.Value, "match").Concat(Strings(rule.Value, "begin")).Concat(Strings(rule.Value, "end")))
            .SelectMany(pattern => Word().Matches(Escape().Replace(pattern, " ")).Select(match => match.Value))
            .ToHashSet();
    }

    private static List<string> Strings(JsonElement element, string property) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(item => Strings(item, property))],
        JsonValueKind.Object =>
        [
            .. element.EnumerateObject().SelectMany(item =>
                item.NameEquals(property) && item.Value.ValueKind == JsonValueKind.String
                    ? [item.Value.GetString()!]
                    : Strings(item.Value, property)),
        ],
        _ => [],
    };

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output, errors) = await WitnessProgram.RunAsync(Folder, program, arguments);
        Assert.True(exitCode == 0, $"'{program} {string.Join(' ', arguments)}':\n{output}\n{errors}");
        return output;
    }

    // \b, \s, \p{L}: letters of the pattern, not of the language.
    [GeneratedRegex(@"\\p\{\w+\}|\\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("run successful", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Success();
}
