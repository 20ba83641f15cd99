using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Parsing;

/// <summary>Each rule of the grammar, and the tree that it gives.</summary>
public class ConstructTests
{
    [Theory]
    [InlineData("record R { a: string, b: int }", "Record(R, [Field(a, NamedType(string)) Field(b, NamedType(int))])")]
    [InlineData("record R { }", "Record(R, [])")]
    [InlineData("record R { a as \"A\": A.B.C[][]? = [] }", "Record(R, [Field(a, \"A\", NullableType(ArrayType(ArrayType(NamedType(A.B.C)))), List([]))])")]
    [InlineData("record R { a: map<map<int>[]>? }", "Record(R, [Field(a, NullableType(MapType(ArrayType(MapType(NamedType(int))))))])")]
    [InlineData("record R { a: int = -5 b: decimal = 2.5 c: P = P.Q d: bool = true }", "Record(R, [Field(a, NamedType(int), (Negate 5)) Field(b, NamedType(decimal), DecimalLiteral(2.5)) Field(c, NamedType(P), P.Q) Field(d, NamedType(bool), BoolLiteral(yes))])")]
    [InlineData("record R { event: int if: int when: int set: stay }", "Record(R, [Field(event, NamedType(int)) Field(if, NamedType(int)) Field(when, NamedType(int)) Field(set, NamedType(stay))])")]
    [InlineData("enum E { A }", "Enum(E, [EnumValue(A)])")]
    [InlineData("enum E { A, B, }", "Enum(E, [EnumValue(A) EnumValue(B)])")]
    [InlineData("event E", "Event(E, Ordinary, [])")]
    [InlineData("event E { a: int }", "Event(E, Ordinary, [Field(a, NamedType(int))])")]
    [InlineData("event E from http", "Event(E, Http, [])")]
    [InlineData("event E from http as X.Y", "Event(E, Http, NamedType(X.Y), [])")]
    [InlineData("event E from smtp", "Event(E, Smtp, [])")]
    [InlineData("connection C smtp { user \"u\" password \"p\" parallel 4 }", "Connection(C, yes, [TemplateSetting(user, InlineTemplate(\"u\")) TemplateSetting(password, InlineTemplate(\"p\")) ParallelSetting(parallel, Integer(4))])")]
    [InlineData("connection C { retry 3 on 500..503, timeout every 2s retry 1 }", "Connection(C, no, [RetrySetting(retry, Integer(3), [StatusCause(500, 503) TimeoutCause()], Duration(00:00:02)) RetrySetting(retry, Integer(1), [])])")]
    [InlineData("action a extern", "Action(a, [], ExternActionBody())")]
    [InlineData("action a(x: int, on: string?) extern returns E", "Action(a, [Parameter(x, NamedType(int)) Parameter(on, NullableType(NamedType(string)))], ExternActionBody(E))")]
    [InlineData("action a { log \"x\" }", "Action(a, [], BlockActionBody(Block([Log(InlineTemplate(\"x\"))])))")]
    [InlineData("scenario S once { }", "Scenario(S, yes, [])")]
    public void Declarations(string written, string tree) =>
        Assert.Equal(tree, TreePrinter.Print(Given.Declaration(written)));

    [Theory]
    [InlineData("session x: int", "Session(x, NamedType(int))")]
    [InlineData("session state: int = 1 + 2", "Session(state, NamedType(int), (1 Add 2))")]
    [InlineData("aggregate a = count(E) over 7d", "Aggregate(a, count, E, no, Duration(7.00:00:00))")]
    [InlineData("aggregate a = sum(E.x) where event.x > 0 over sliding 1d", "Aggregate(a, sum, E, x, (event.x Greater 0), no, Duration(1.00:00:00))")]
    [InlineData("aggregate a = avg(E.count) over tumbling 1h", "Aggregate(a, avg, E, count, yes, Duration(01:00:00))")]
    [InlineData("action a { }", "ActionMember(Action(a, [], BlockActionBody(Block([]))))")]
    [InlineData("start { on E -> A }", "Start([Transition(OnTrigger(E), A)])")]
    [InlineData("state state { }", "State(state, [])")]
    [InlineData("anywhere { on E -> A ignore F, G }", "Anywhere([Transition(OnTrigger(E), A) Defer(yes, [F G])])")]
    [InlineData("end A", "End(A, [])")]
    [InlineData("end A { log \"x\" }", "End(A, [Log(InlineTemplate(\"x\"))])")]
    [InlineData("migrate A -> B", "Migrate(A, B, [])")]
    [InlineData("migrate A -> A { set x = 1 }", "Migrate(A, A, [Set(x, 1)])")]
    [InlineData("start { set x = 1 exit { on E -> stay } }", "Start([Set(x, 1) Exit([Transition(OnTrigger(E), stay)])])")]
    public void Members(string written, string tree) =>
        Assert.Equal(tree, TreePrinter.Print(Given.Member(written)));

    [Theory]
    [InlineData("on E from go when a do { set x = 1 } -> B", "Transition(OnTrigger(E, go), a, Block([Set(x, 1)]), B)")]
    [InlineData("on any -> stay", "Transition(OnTrigger(), stay)")]
    [InlineData("on from from from when from -> from", "Transition(OnTrigger(from, from), from, from)")]
    [InlineData("on E ->\n B", "Transition(OnTrigger(E), B)")]
    [InlineData("on E\n when a\n -> set", "Transition(OnTrigger(E), a, set)")]
    [InlineData("after session.x ?? 1h when a -> B", "Transition(AfterTrigger((session.x Coalesce DurationLiteral(01:00:00))), a, B)")]
    [InlineData("every \"0 9 * * *\" -> B", "Transition(EveryTrigger(\"0 9 * * *\"), B)")]
    [InlineData("every \"0 9 * * *\" zone \"UTC\" when a -> B", "Transition(EveryTrigger(\"0 9 * * *\", \"UTC\"), a, B)")]
    [InlineData("exit { log \"x\" }", "Exit([Log(InlineTemplate(\"x\"))])")]
    [InlineData("defer A, B", "Defer(no, [A B])")]
    [InlineData("set set = set", "Set(set, set)")]
    [InlineData("if a { } else if b { } else { cancel E }", "If([IfBranch(a, Block([])) IfBranch(b, Block([]))], Block([Cancel(E)]))")]
    [InlineData("log file \"x.txt\"", "Log(FileTemplate(\"x.txt\"))")]
    [InlineData("fail \"x\"", "Fail(InlineTemplate(\"x\"))")]
    [InlineData("send E", "Send(E)")]
    [InlineData("send E { a: 1 } to S for session.x", "Send(E, Object([ObjectField(a, 1)]), S, session.x)")]
    [InlineData("send E (event) for for", "Send(E, Parenthesized(event), for)")]
    [InlineData("schedule E in 3d", "Schedule(E, no, DurationLiteral(3.00:00:00))")]
    [InlineData("schedule E { } at a + 1d to S for b", "Schedule(E, Object([]), yes, (a Add DurationLiteral(1.00:00:00)), S, b)")]
    [InlineData("run a", "Run(a, [])")]
    [InlineData("go: run a(1, \"x\")", "Run(go, a, [1 \"x\"])")]
    [InlineData("http: http get C \"/\"", "Http(http, get, C, InlineTemplate(\"/\"), [])")]
    [InlineData("http patch C file \"p\" returns E { }", "Http(patch, C, FileTemplate(\"p\"), E, [])")]
    [InlineData("http put C \"/\" { header \"A\": \"b\" body \"t\" \"c\" idempotent key \"k\" }", "Http(put, C, InlineTemplate(\"/\"), [HttpPart(header, \"A\", InlineTemplate(\"b\")) HttpPart(body, \"t\", InlineTemplate(\"c\")) HttpPart(idempotent) HttpPart(key, InlineTemplate(\"k\"))])")]
    [InlineData("http post C \"/\" { query \"a\": \"b\" form \"c\": \"d\" text \"e\" json \"f\" }", "Http(post, C, InlineTemplate(\"/\"), [HttpPart(query, \"a\", InlineTemplate(\"b\")) HttpPart(form, \"c\", InlineTemplate(\"d\")) HttpPart(text, InlineTemplate(\"e\")) HttpPart(json, InlineTemplate(\"f\"))])")]
    [InlineData("m: email C returns E { from \"a\" replyTo \"b\" html file \"c\" }", "Email(m, C, E, [EmailPart(from, InlineTemplate(\"a\")) EmailPart(replyTo, InlineTemplate(\"b\")) EmailPart(html, FileTemplate(\"c\"))])")]
    public void Items(string written, string tree) => Assert.Equal(tree, TreePrinter.Print(Given.Item(written)));

    [Fact]
    public void AnExitMayStandBeforeAnyOtherItem()
    {
        var state = Assert.IsType<StateSyntax>(Given.Member("state A {\n  exit { log \"x\" }\n  on E -> B\n  exit {\n  }\n  log \"y\"\n}"));
        Assert.Equal(["exit", "on", "exit", "log"], state.Items.Select(item => item switch
        {
            ExitSyntax => "exit",
            TransitionSyntax => "on",
            _ => "log",
        }));
    }

    [Fact]
    public void AFileHasANamespaceAndUsings()
    {
        var root = Given.SoundFile("namespace A.B using C using D.E event F").Root;
        Assert.Equal("A.B", root.Namespace?.Text);
        Assert.Equal(["C", "D.E"], root.Usings.Select(name => name.Text));
        Assert.Single(root.Declarations);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("// nothing")]
    public void AFileMayBeEmpty(string content) => Assert.Empty(Given.SoundFile(content).Root.Declarations);

    [Fact]
    public void EveryPieceKnowsItsPlace()
    {
        const string Content = "scenario S {\n  state A {\n    go: http get C \"/\" { idempotent }\n    on E when a -> B\n  }\n}";
        var scenario = Assert.IsType<ScenarioSyntax>(Given.Declaration(Content));
        var state = Assert.IsType<StateSyntax>(Assert.Single(scenario.Members));
        Assert.Equal(Content, Source(scenario.Span));
        Assert.Equal("scenario", Source(scenario.KeywordSpan));
        Assert.Equal("state A {\n    go: http get C \"/\" { idempotent }\n    on E when a -> B\n  }", Source(state.Span));
        Assert.Equal("A", Source(state.Name.Span));
        var http = Assert.IsType<HttpSyntax>(state.Items[0]);
        Assert.Equal("go: http get C \"/\" { idempotent }", Source(http.Span));
        Assert.Equal("http", Source(http.KeywordSpan));
        Assert.Equal("idempotent", Source(Assert.Single(http.Parts).Span));
        var transition = Assert.IsType<TransitionSyntax>(state.Items[1]);
        Assert.Equal("on E when a -> B", Source(transition.Span));
        Assert.Equal("on E", Source(transition.Trigger.Span));
        Assert.Equal("on", Source(transition.KeywordSpan));
        Assert.Equal("B", Source(transition.Target.Span));

        static string Source(TextSpan span) => Content.Substring(span.Start, span.Length);
    }
}
