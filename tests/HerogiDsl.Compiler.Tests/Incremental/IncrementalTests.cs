using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Incremental;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Incremental;

/// <summary>Compiling after an edit gives what compiling everything gives, and does less.</summary>
public sealed partial class IncrementalTests
{
    private static readonly CompilationOptions Options = new("Shop");

    private static readonly ImmutableArray<SourceText> Templates =
        [new SourceText(ShopProject.Template.Path, ShopProject.Template.Text)];

    private readonly IncrementalCompiler _compiler = new();
    private CompilationOptions _options = Options;
    private ImmutableArray<SyntaxTree> _trees =
        [.. ShopProject.Files.Select(file => HerogiParser.Parse(new SourceText(file.Path, file.Text)))];

    [Fact]
    public void TheProjectIsSound()
    {
        Assert.Empty(Compile().Diagnostics);
    }

    [Theory]
    [InlineData("orders.herogi", "after 3d", "after 4d", "Shop.Orders", "Shop.Mail.Reminders")]
    [InlineData("alone.herogi", "on Pong -> Over", "on Pong -> There", "Other.Alone", "Shop.Orders")]
    [InlineData("reminders.herogi", "after 1d", "after 2d", "Shop.Mail.Reminders", "Shop.Orders")]
    [InlineData("orders.herogi", "set total = event.amount", "set total = event.amout", "Shop.Orders", "Other.Alone")]
    public void AnEditOfAScenarioLowersThatOneAndKeepsAnother(
        string path, string old, string @new, string lowered, string kept)
    {
        var before = Compile();
        Replace(path, old, @new);
        var after = Compile();

        Assert.Same(FileOf(before, kept), FileOf(after, kept));
        Assert.NotSame(FileOf(before, lowered), FileOf(after, lowered));
        Assert.Empty(Differences(after));
    }

    [Theory]
    [InlineData("common.herogi", "amount: int", "amount: decimal", "orders.herogi")]
    [InlineData("common.herogi", "event Cancelled", "event Cancelled from http", "orders.herogi")]
    [InlineData("common.herogi", "returns Booked", "", "orders.herogi")]
    public void AnEditOfWhatOthersUseIsToldInThem(string path, string old, string @new, string told)
    {
        Compile();
        Replace(path, old, @new);
        var after = Compile();

        Assert.Contains(after.Diagnostics, diagnostic => diagnostic.Location.Path == told);
        Assert.Empty(Differences(after));
    }

    [Fact]
    public void WhatNothingMentionsAnyMoreIsTold()
    {
        Compile();
        Replace("orders.herogi", "run book(session.id)", "http get Books \"/x\" returns Booked");
        var after = Compile();

        Assert.Contains(after.Diagnostics, diagnostic => diagnostic.Id == "HRG1013" && diagnostic.Message.Contains("'book'"));
        Assert.Empty(Differences(after));
        Replace("orders.herogi", "http get Books \"/x\" returns Booked", "run book(session.id)");
        Assert.Empty(Compile().Diagnostics);
    }

    [Theory]
    [InlineData("orders.herogi", "after 3d", "after 4d", "Shop.Orders", "Shop.Mail.Reminders")]
    [InlineData("alone.herogi", "on Pong -> Over", "on Pong -> There", "Other.Alone", "Shop.Orders")]
    public void WithALockAnEditOfAScenarioKeepsAnother(string path, string old, string @new, string lowered, string kept)
    {
        Lock();
        AnEditOfAScenarioLowersThatOneAndKeepsAnother(path, old, @new, lowered, kept);
    }

    [Fact]
    public void WhatTheLockHasIsHeldAgainstWhatIsKept()
    {
        Lock();
        Replace("orders.herogi", "state Booking {", "state Booked2 {");
        Replace("orders.herogi", "-> Booking\n", "-> Booked2\n");
        Assert.Contains(Compile().Diagnostics, found => found.Id == "HRG6001");
        Assert.Empty(Differences(Compile()));
        Replace("orders.herogi", "-> Booked2\n", "-> Booking\n");
        Replace("orders.herogi", "state Booked2 {", "state Booking {");
        Assert.Empty(Compile().Diagnostics);
        Replace("common.herogi", "note: string?", "note: string");
        Assert.Contains(Compile().Diagnostics, found => found.Id == "HRG6003");
        Assert.Empty(Differences(Compile()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhereAScenarioIsBrokenAnotherIsKept(bool isLocked)
    {
        if (isLocked)
            Lock();
        var before = Compile();
        Replace("orders.herogi", "set total = event.amount", "set total = event.");
        var after = Compile();

        Assert.Contains(after.Diagnostics, found => found.Id == "HRG0001");
        Assert.Same(FileOf(before, "Other.Alone"), FileOf(after, "Other.Alone"));
        Assert.Same(FileOf(before, "Shop.Mail.Reminders"), FileOf(after, "Shop.Mail.Reminders"));
        Assert.Empty(Differences(after));
    }

    [Fact]
    public void WhereWhatOthersUseIsBrokenNothingIsKept()
    {
        var before = Compile();
        Replace("common.herogi", "http post Books \"/receipts/{{ id }}\"", "http post Books ");
        var after = Compile();

        Assert.NotSame(FileOf(before, "Shop.Orders"), FileOf(after, "Shop.Orders"));
        Assert.Empty(Differences(after));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyEditsGiveWhatCompilingEverythingGives(bool isLocked)
    {
        if (isLocked)
            Lock();
        var continued = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var sound = _trees;
            for (var edit = 0; edit < 20; edit++)
            {
                var before = Compile();
                if (random.Next(3) == 0)
                    _trees = sound;
                else
                    Mutate(random);
                var after = Compile();
                continued += after.Files.Count(file => before.Files.Any(other => ReferenceEquals(file, other)));
                Assert.True(Differences(after).Length == 0, $"seed {seed}, edit {edit}: {Differences(after)}");
            }

            _trees = sound;
        }

        Assert.True(continued > 500, $"only {continued} files were kept");
    }

    private void Lock()
    {
        var locked = HerogiCompilation.Lock(_trees, Templates, Options, forgets: true).New;
        _options = Options with { Lock = new SourceText(LockFile.FileName, LockWriter.Write(locked)) };
    }

    private void Mutate(Random random)
    {
        var at = random.Next(_trees.Length);
        var text = _trees[at].Text.Content;
        var words = Word().Matches(text);
        var place = words[random.Next(words.Count)];
        var others = Word().Matches(_trees[random.Next(_trees.Length)].Text.Content);
        var edited = random.Next(5) switch
        {
            0 => text.Remove(place.Index, place.Length),
            1 => text.Insert(place.Index, place.Value + " "),
            2 => text.Insert(place.Index, "\n"),
            _ => text.Remove(place.Index, place.Length).Insert(place.Index, others[random.Next(others.Count)].Value),
        };
        _trees = _trees.SetItem(at, HerogiParser.Parse(new SourceText(_trees[at].Text.Path, edited)));
    }

    private void Replace(string path, string old, string @new)
    {
        var tree = _trees.Single(each => each.Text.Path == path);
        Assert.Contains(old, tree.Text.Content, StringComparison.Ordinal);
        var text = tree.Text.Content.Replace(old, @new, StringComparison.Ordinal);
        _trees = _trees.Replace(tree, HerogiParser.Parse(new SourceText(path, text)));
    }

    private CompilationResult Compile() => _compiler.Compile(_trees, Templates, _options);

    private CompilationResult Full() => HerogiCompilation.Compile(_trees, Templates, _options);

    private static FileModel FileOf(CompilationResult result, string name) =>
        result.Files.Single(file => file.HintName == name + ".g.cs");

    private string Differences(CompilationResult result)
    {
        var full = Full();
        var (expected, actual) = (full.Diagnostics.Select(Text).ToArray(), result.Diagnostics.Select(Text).ToArray());
        string[] different =
        [
            .. expected.Except(actual).Select(diagnostic => "missing: " + diagnostic),
            .. actual.Except(expected).Select(diagnostic => "too much: " + diagnostic),
            .. full.Files.Except(result.Files).Concat(result.Files.Except(full.Files)).Select(file => "other file: " + file.HintName),
        ];
        return different.Length == 0 && expected.Length == actual.Length && full.Files.Count == result.Files.Count
            ? ""
            : string.Join("\n", different.Concat(_trees.Select(tree => tree.Text.Content)));
    }

    private static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Location} {diagnostic.Severity} {diagnostic.Id}: {DiagnosticFormatter.Text(diagnostic)}"
        + string.Concat(diagnostic.Related.Select(related => $" ({related})"));

    [GeneratedRegex(@"[A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
