using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>What is sound beside a mistake stays in the tree.</summary>
public class RecoveryTests
{
    [Fact]
    public void ThreeMistakesInThreeMembersAreThreeDiagnostics()
    {
        var tree = Given.File("""
            event X
            scenario S {
              session x string
              start { on X -> A }
              state A {
                on X ->
                on Y -> B
                set x = a +
                defer Z
              }
              state { on X -> B }
              state B { on X -> A }
              end C
            }
            event Y
            """);
        Assert.Equal(["3:13", "7:5", "9:5", "11:9"], Places(tree));
        Assert.Equal(["X", "S", "Y"], tree.Root.Declarations.Select(declaration => declaration.Name.Text));
        Assert.Equal(
            "[Session(x, NamedType(string)) Start([Transition(OnTrigger(X), A)]) "
            + "State(A, [Transition(OnTrigger(Y), B) Set(x, SkippedExpression()) Defer(no, [Z])]) "
            + "State(B, [Transition(OnTrigger(X), A)]) End(C, [])]",
            TreePrinter.Print(Scenario(tree).Members));
    }

    // A token more or less can leave the text sound (`Created[]?`, a second `stay:`), but is never two mistakes.
    [Fact]
    public void EveryTokenOfTheExampleMayBeMissingOrDoubledForOneDiagnostic()
    {
        var sound = Given.Corpus("crm.herogi");
        var told = 0;
        var tokens = 0;
        for (var token = Scanner.Scan(new ParseSession(new SourceText("a.herogi", sound)));
             token.Kind != TokenKind.End;
             token = token.Next, tokens += 2)
        {
            var (start, length) = (token.Span.Start, token.Span.Length);
            foreach (var text in (string[])[sound.Remove(start, length), sound.Insert(start, sound[start..(start + length)] + " ")])
            {
                var lines = Given.Lines(Given.File(text)).ToList();
                Assert.True(lines.Count <= 1, $"{token.Describe()} at {start}: {string.Join(", ", lines)}");
                told += lines.Count;
            }
        }

        Assert.InRange(told, tokens * 9 / 10, tokens);
    }

    [Fact]
    public void AMissingBraceIsToldAtTheOneThatOpens()
    {
        var tree = Given.File("""
            scenario S {
              state A {
                on X -> B

              state B {
                on X -> A
              }
            }
            event E
            """);
        Assert.Equal(["HRG0002 2:11 '{' is not closed"], Given.Lines(tree));
        Assert.Equal(["A", "B"], Scenario(tree).Members.OfType<StateSyntax>().Select(state => state.Name.Text));
        Assert.Equal(2, tree.Root.Declarations.Length);
    }

    [Theory]
    [InlineData("scenario S {\n  state A { on X -> A }\nevent E", "1:12")]
    [InlineData("scenario S {\n  state A {\n    on X -> A\n}\nevent E", "1:12")]
    [InlineData("record R {\n  a: string\nevent E { b: int }", "1:10")]
    [InlineData("connection C {\n  url \"x\"\nevent E", "1:14")]
    [InlineData("enum F { A, B\nevent E", "1:8")]
    [InlineData("action a {\n  log \"x\"\nevent E", "1:10")]
    [InlineData("scenario S {\n  state A {\n    if a {\n      set x = 1\n    on X -> A\n  }\n}\nevent E", "3:10")]
    [InlineData("scenario S {\n  state A {\n    on X do { set x = 1 -> A\n  }\n}\nevent E", "3:13")]
    [InlineData("scenario S {\n  state A {\n    http get C \"/\" {\n      idempotent\n    on X -> A\n  }\n}\nevent E", "3:20")]
    [InlineData("scenario S {\n  state A {\n    email C {\n      to \"x\"\n    go: run a\n  }\n}\nevent E", "3:13")]
    public void AnythingInBracesMayLackTheClosingOne(string content, string place)
    {
        var tree = Given.File(content);
        Assert.Equal($"HRG0002 {place} '{{' is not closed", Assert.Single(Given.Lines(tree)));
        Assert.Equal("E", tree.Root.Declarations[^1].Name.Text);
    }

    [Theory]
    [InlineData("scenario S {\n  state A {", "2:11")]
    [InlineData("scenario S {\n  state A {\n    http get C \"/\" {", "3:20")]
    [InlineData("record R {\n a: int", "1:10")]
    public void AtTheEndOfTheFileTheInnermostBraceIsTold(string content, string place) =>
        Assert.Equal([$"HRG0002 {place} '{{' is not closed"], Given.Lines(Given.File(content)));

    [Fact]
    public void ABraceTooManyDoesNotEndWhatGoesOn()
    {
        var tree = Given.File("""
            scenario S {
              state A {
                log "x"
              }
                on Y -> B
              }
              state B { on X -> A } }
              state C { on X -> A }
            }
            """);
        Assert.Equal(["4:3", "7:25"], Places(tree));
        Assert.Equal(3, Scenario(tree).Members.Length);
        Assert.Equal(2, Assert.IsType<StateSyntax>(Scenario(tree).Members[0]).Items.Length);
    }

    [Fact]
    public void AMisspeltWordIsTakenForTheOneMeant()
    {
        var tree = Given.File("""
            scenario S {
              satte A {
                htpp post C "/" retruns E { jsno "x" }
                onn E -> B
              }
            }
            """);
        Assert.Equal(["2:3", "3:5", "3:21", "3:33", "4:5"], Places(tree));
        Assert.Equal(
            "[State(A, [Http(post, C, InlineTemplate(\"/\"), E, [HttpPart(json, InlineTemplate(\"x\"))]) "
            + "Transition(OnTrigger(E), B)])]",
            TreePrinter.Print(Scenario(tree).Members));
    }

    [Fact]
    public void ABadPartCostsOnlyItself()
    {
        var tree = Given.File("""
            connection C {
              url "x"
              foo "bar"
              timeout
              limit 5 per 10s
            }
            record R {
              a string
              b: [int]
              c: int = x()
              d: int
            }
            """);
        Assert.Equal(["3:3", "5:3", "8:5", "9:6", "10:13"], Places(tree));
        Assert.Equal(
            "Connection(C, no, [TemplateSetting(url, InlineTemplate(\"x\")) "
            + "LimitSetting(limit, Integer(5), Duration(00:00:10))])",
            TreePrinter.Print(tree.Root.Declarations[0]));
        Assert.Equal(
            "Record(R, [Field(a, NamedType(string)) Field(b, SkippedType()) "
            + "Field(c, NamedType(int), SkippedExpression()) Field(d, NamedType(int))])",
            TreePrinter.Print(tree.Root.Declarations[1]));
    }

    [Fact]
    public void ABadGuardLeavesItsTransition()
    {
        var tree = Given.File("scenario S { state A {\n on X when a + do { log \"x\" } -> B\n after (1h -> C\n } }");
        Assert.Equal(["2:16", "3:12"], Places(tree));
        Assert.Equal(
            "[State(A, [Transition(OnTrigger(X), SkippedExpression(), Block([Log(InlineTemplate(\"x\"))]), B) "
            + "Transition(AfterTrigger(SkippedExpression()), C)])]",
            TreePrinter.Print(Scenario(tree).Members));
    }

    private static ScenarioSyntax Scenario(SyntaxTree tree) =>
        tree.Root.Declarations.OfType<ScenarioSyntax>().First();

    private static IEnumerable<string> Places(SyntaxTree tree) =>
        Given.Lines(tree).Select(line => line.Split(' ')[1]);
}
