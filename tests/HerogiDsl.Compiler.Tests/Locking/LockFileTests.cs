using System.Globalization;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Tests.Support;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Locking;

public sealed class LockFileTests
{
    private const string Scenario = """
        namespace Acme.Shop
        enum Plan { Pro, Free }
        record Item { name as "the \"name\"": string  amount: decimal = 1 }
        event Ordered { items: Item[]  labels: map<string>?  plan: Plan? }
        event Paid from http as Item
        event Cancelled
        connection Web { url "https://example.com" }
        scenario Orders once {
          session items: Item[]
          session tries: int = 0
          session note: string?
          start { on Ordered do { set items = event.items } -> Paying }
          state Paying {
            http put Web "/" returns Paid
            on Paid when event.ok do { set note = event.body.name } -> Noted
            on Paid do { set tries = session.tries + 1 } -> stay
            on Cancelled -> Gone
            after 1h -> Gone
            ignore Ordered
          }
          state Noted { on Cancelled when length(session.note) > 0 and length(session.items) > 0 -> Gone  ignore Ordered }
          end Gone
        }
        """;

    private const string Locked = """
        herogi.lock 1
        # Written by 'herogi lock': commit it, and leave it to that command.
        enum Acme.Shop.Plan
        enum Acme.Shop.Plan value Free
        enum Acme.Shop.Plan value Pro
        event Acme.Shop.Cancelled
        event Acme.Shop.Ordered
        event Acme.Shop.Ordered field items: Acme.Shop.Item[]
        event Acme.Shop.Ordered field labels: map<string>?
        event Acme.Shop.Ordered field plan: Acme.Shop.Plan?
        event Acme.Shop.Paid
        event Acme.Shop.Paid from http as Acme.Shop.Item
        record Acme.Shop.Item
        record Acme.Shop.Item field amount: decimal = default
        record Acme.Shop.Item field name as "the \"name\"": string
        scenario Acme.Shop.Orders
        scenario Acme.Shop.Orders once
        scenario Acme.Shop.Orders session items: Acme.Shop.Item[]
        scenario Acme.Shop.Orders session note: string?
        scenario Acme.Shop.Orders session tries: int = default
        scenario Acme.Shop.Orders state Noted
        scenario Acme.Shop.Orders state Noted has items: Acme.Shop.Item[]
        scenario Acme.Shop.Orders state Noted has note: string
        scenario Acme.Shop.Orders state Noted has tries: int
        scenario Acme.Shop.Orders state Paying
        scenario Acme.Shop.Orders state Paying has items: Acme.Shop.Item[]
        scenario Acme.Shop.Orders state Paying has note: string?
        scenario Acme.Shop.Orders state Paying has tries: int

        """;

    [Fact]
    public void AFactIsALineAndTheLinesAreSorted() =>
        Assert.Equal(Locked.ReplaceLineEndings("\n"), Compilation.Lock(Scenario));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void ACultureChangesNothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(Locked.ReplaceLineEndings("\n"), Compilation.Lock(Scenario));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void WhatIsReadIsWhatWasWritten(string lineEnd)
    {
        var (file, told) = Read(Locked.ReplaceLineEndings(lineEnd));

        Assert.Empty(told);
        Assert.Equal(Locked.ReplaceLineEndings("\n"), LockWriter.Write(file!));
        Assert.Empty(Compilation.Diagnose(("test.herogi", Scenario), ("herogi.lock", Locked.ReplaceLineEndings(lineEnd))));
    }

    [Fact]
    public void TheOrderOfTheLinesIsFree()
    {
        var lines = Locked.ReplaceLineEndings("\n").Split('\n');
        var (file, told) = Read(string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())));

        Assert.Empty(told);
        Assert.Equal(Locked.ReplaceLineEndings("\n"), LockWriter.Write(file!));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("scenario S\n", 1)]
    [InlineData("herogi.lock one\n", 1)]
    [InlineData("herogi.lock 2\n", 1)]
    [InlineData("<<<<<<< HEAD\nherogi.lock 1\n", 1)]
    [InlineData("herogi.lock 1\nscenario S\n=======\n", 3)]
    [InlineData("herogi.lock 1\n\n# a note\nscenario S\nscenario S colour red\n", 5)]
    [InlineData("herogi.lock 1\nscenario S\nscenario S session a: \n", 3)]
    [InlineData("herogi.lock 1\nscenario S\nscenario S session a: int[\n", 3)]
    [InlineData("herogi.lock 1\nscenario S\nscenario S session a: int\nscenario S session a: string\n", 4)]
    [InlineData("herogi.lock 1\nscenario S state A\n", 2)]
    [InlineData("herogi.lock 1\nscenario S\nscenario S state A has a: int\n", 3)]
    [InlineData("herogi.lock 1\nenum E\nenum E field a: int\n", 3)]
    [InlineData("herogi.lock 1\nrecord R\nrecord R field a as \"\\q\": int\n", 3)]
    [InlineData("herogi.lock 1\nrecord R\nevent R\n", 3)]
    public void WhatCannotBeReadIsToldOnceAtItsLine(string text, int line)
    {
        var (file, told) = Read(text);

        Assert.Null(file);
        var one = Assert.Single(told);
        Assert.Equal("HRG6004", one.Id);
        Assert.Equal("herogi.lock", one.Location.Path);
        Assert.Equal(line, one.Location.Start.Line + 1);
    }

    [Fact]
    public void ANewerVersionIsCalledOne() =>
        Assert.Contains("newer version", Assert.Single(Read("herogi.lock 2\nwhatever it has").Told).Message, StringComparison.Ordinal);

    [Fact]
    public void AnUnreadableLockIsTheOnlyMistakeAboutIt()
    {
        var told = Compilation.Diagnose(("test.herogi", Scenario), ("herogi.lock", "herogi.lock 1\nnonsense\n"));

        Assert.Equal(["HRG6004"], told.Select(one => one.Id));
    }

    [Fact]
    public void AScenarioThatIsGoneIsToldAtItsLine()
    {
        var one = Assert.Single(Compilation.Diagnose(
            ("test.herogi", Scenario), ("herogi.lock", Locked + "scenario Acme.Shop.Returns\nscenario Acme.Shop.Returns state A\n")));

        Assert.Equal(("HRG6001", "herogi.lock", 29), (one.Id, one.Location.Path, one.Location.Start.Line + 1));
    }

    [Fact]
    public void AnyTextIsReadOrToldAndNothingElse()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 3000; i++)
        {
            var text = new System.Text.StringBuilder(Locked);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                else
                    text.Insert(at, (char)random.Next(9, 0x2100));
            }

            var (file, told) = Read(text.ToString());
            Assert.Equal(file is null, told.Count == 1);
        }
    }

    private static (LockFile? File, IReadOnlyList<Diagnostic> Told) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var file = LockReader.Read(new SourceText("herogi.lock", text), diagnostics);
        return (file, diagnostics.ToImmutable());
    }
}
