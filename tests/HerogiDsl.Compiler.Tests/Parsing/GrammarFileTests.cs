using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>`grammar/herogi.ebnf` says what the parser does.</summary>
public partial class GrammarFileTests
{
    // Told by the tokens, not by the parser: units of durations, letters of escapes.
    private static readonly HashSet<string> PartsOfTokens = ["w", "d", "h", "m", "s", "ms", "n", "r", "t"];

    private static readonly string Grammar = WithoutComments(
        File.ReadAllText(Path.Combine(Given.Repository(), "grammar", "herogi.ebnf")));

    [Fact]
    public void TheKeywordsOfTheGrammarAreThoseOfTheCompiler()
    {
        var words = Terminals().Where(word => Word().IsMatch(word)).Except(PartsOfTokens);
        Assert.Equal(
            SyntaxFacts.Keywords.Union(SyntaxFacts.Reserved).Order(StringComparer.Ordinal),
            words.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRuleThatIsNamedIsThereOnce()
    {
        var rules = Rules();
        Assert.Equal(rules.Distinct().Count(), rules.Count);
        var used = Identifier().Matches(Bodies()).Select(match => match.Value).Distinct();
        Assert.Empty(used.Except(rules));
    }

    [Fact]
    public void EveryRuleIsOfUse()
    {
        var used = Identifier().Matches(Bodies()).Select(match => match.Value).ToHashSet();
        Assert.Equal(
            ["Comment", "Documentation", "File", "Reserved"],
            Rules().Where(rule => !used.Contains(rule)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ReservedWordsAreThoseOfTheCompiler()
    {
        var rule = Regex.Match(Grammar, @"^Reserved\s*=(?<body>[^;]*);", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        var words = Terminal().Matches(rule.Groups["body"].Value).Select(match => match.Groups["word"].Value);
        Assert.Equal(
            SyntaxFacts.Reserved.Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryFileOfTheRepositoryIsSound()
    {
        var files = Directory.EnumerateFiles(Given.Repository(), "*.herogi", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(
            Given.Lines(HerogiParser.Parse(SourceText.FromBytes(file, File.ReadAllBytes(file))))));
    }

    [Fact]
    public void EveryWordThatBeginsSomethingIsKnownToTheParser()
    {
        Assert.All(SyntaxFacts.Declarations, word => AssertTaken($"{word} ?", $"expected a declaration"));
        Assert.All(SyntaxFacts.Members, word => AssertTaken($"scenario S {{ {word} ?", "expected a member"));
        Assert.All(
            SyntaxFacts.Statements.Concat(SyntaxFacts.Triggers),
            word => AssertTaken($"scenario S {{ state A {{ {word} ?", "expected a statement"));
        Assert.All(SyntaxFacts.Settings, word => AssertTaken($"connection C {{ {word} ?", "expected a setting"));
        Assert.All(SyntaxFacts.HttpMethods, word => AssertTaken($"action a {{ http {word} ?", "expected a method"));
        Assert.All(
            SyntaxFacts.HttpParts, word => AssertTaken($"action a {{ http get C \"/\" {{ {word} ?", $"found '{word}'"));
        Assert.All(SyntaxFacts.EmailParts, word => AssertTaken($"action a {{ email C {{ {word} ?", $"found '{word}'"));
        Assert.All(
            SyntaxFacts.Aggregations, word => AssertTaken($"scenario S {{ aggregate a = {word} ?", "expected a function"));
    }

    [Fact]
    public void EveryKeywordMayNameAFieldAndAMember()
    {
        foreach (var word in SyntaxFacts.Keywords.Union(SyntaxFacts.Reserved))
        {
            Given.SoundFile($"record R {{ {word}: string {word} as \"x\": int\n {word}: {word} }}");
            Given.SoundFile($"scenario S {{ state A {{ set x = a.{word}?.{word} + 1\n set y = {{ {word}: 1, {word}: 2 }} }} }}");
        }
    }

    private static void AssertTaken(string text, string refusal) =>
        Assert.DoesNotContain(Given.File(text).Diagnostics, diagnostic =>
            diagnostic.Message.Contains(refusal, StringComparison.Ordinal)
            && !diagnostic.Message.Contains("found '?'", StringComparison.Ordinal));

    private static string WithoutComments(string text) =>
        Regex.Replace(text, @"\(\*.*?\*\)", "", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Terminals() => Terminal().Matches(Grammar).Select(match => match.Groups["word"].Value);

    private static List<string> Rules() => [.. RuleName().Matches(Grammar).Select(match => match.Groups["name"].Value)];

    // What stands right of the equals signs, without what is quoted or said in words.
    private static string Bodies() =>
        RuleName().Replace(Special().Replace(Terminal().Replace(Grammar, " "), " "), " ");

    [GeneratedRegex("\"(?<word>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Terminal();

    [GeneratedRegex(@"^[A-Za-z]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?[^?]*\?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"^(?<name>[A-Z]\w*)\s*=", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RuleName();

    [GeneratedRegex(@"\b[A-Z]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
