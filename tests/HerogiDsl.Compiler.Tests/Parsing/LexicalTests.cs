using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Expressions;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Tests.Parsing;

public class LexicalTests
{
    [Theory]
    [InlineData("""
        "a\"b\\c\nd\re\tf"
        """, "a\"b\\c\nd\re\tf")]
    [InlineData("""
        "\u{1F600}\u{41}"
        """, "\U0001F600A")]
    [InlineData("""
        ""
        """, "")]
    [InlineData("\"// no comment {{ x }}\"", "// no comment {{ x }}")]
    public void EscapesAreResolved(string written, string value) => Assert.Equal(value, Literal(written).Value);

    [Fact]
    public void EveryCharacterOfAStringKnowsItsPlace()
    {
        const string Written = "\"ab\\ncd\\u{1F600}e\\\"\"";
        var tree = Given.SoundFile($"action a {{ log {Written} }}");
        var literal = Log(tree);
        Assert.Equal("ab\ncd\U0001F600e\"", literal.Value);
        Assert.Equal(
            ["a", "b", "\\", "c", "d", "\\u", "e", "\\"],
            new[] { (0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 2), (7, 1), (8, 1) }
                .Select(part => SourceOf(tree, literal, part.Item1, part.Item2)));
        Assert.Equal("b\\nc", SourceOf(tree, literal, 1, 3));
    }

    [Fact]
    public void EveryCharacterOfARawBlockKnowsItsPlace()
    {
        var tree = Given.SoundFile("action a {\r\n  log \"\"\"\r\n    one\r\n\r\n      two\r\n    \"\"\"\r\n}");
        var literal = Log(tree);
        Assert.Equal("one\n\n  two", literal.Value);
        Assert.Equal("one", SourceOf(tree, literal, 0, 3));
        Assert.Equal("  two", SourceOf(tree, literal, 5, 5));
        Assert.Equal("two", SourceOf(tree, literal, 7, 3));
    }

    [Theory]
    [InlineData("\"\"\"\n\"\"\"", "")]
    [InlineData("\"\"\"\n\n\"\"\"", "")]
    [InlineData("\"\"\"\n\n\n\"\"\"", "\n")]
    [InlineData("\"\"\"\n  a\n b\n \"\"\"", " a\nb")]
    [InlineData("\"\"\"   \n\ta\\n\"b\"\n\t\"\"\"", "a\\n\"b\"")]
    [InlineData("\"\"\"\n  a\n \n    \n  b\n  \"\"\"", "a\n\n  \nb")]
    public void RawBlocksAreReadAsInCSharp(string written, string value)
    {
        var literal = Literal(written);
        Assert.True(literal.IsRaw);
        Assert.Equal(value, literal.Value);
    }

    [Theory]
    [InlineData("\"a\\qb\"", "HRG0003 2:7 '\\q' is not an escape")]
    [InlineData("\"\\u0041\"", "HRG0003 2:6 '\\u' is not an escape")]
    [InlineData("\"\\u{110000}\"", "HRG0003 2:6 '\\u{110000}' is not an escape")]
    [InlineData("\"\\u{D800}\"", "HRG0003 2:6 '\\u{D800}' is not an escape")]
    [InlineData("\"abc", "HRG0002 2:5 the string is not closed")]
    [InlineData("\"abc\\\"", "HRG0002 2:5 the string is not closed")]
    [InlineData("\"\"\"\n  a", "HRG0002 2:5 the raw block is not closed")]
    [InlineData("\"\"\"\n  a\nlog \"\"\"\n  b\n  \"\"\"", "HRG0002 2:5 the raw block is not closed")]
    [InlineData("\"\"\"a\n  \"\"\"", "HRG0003 2:8 text after the opening '\"\"\"' of a raw block")]
    [InlineData("\"\"\"{ }\"\"\"", "HRG0003 2:8 text after the opening '\"\"\"' of a raw block")]
    [InlineData("\"\"\"\n  a\"\"\"", "HRG0003 3:4 text before the closing '\"\"\"' of a raw block")]
    [InlineData("\"\"\"\n  a\n b\n  \"\"\"", "HRG0003 4:2 this line has less indentation than the closing '\"\"\"' of its raw block")]
    [InlineData("\"\"\"\n\ta\n  \"\"\"", "HRG0003 3:2 this line has less indentation than the closing '\"\"\"' of its raw block")]
    public void AStringCanBeMalformedOnce(string written, string told) =>
        Assert.Equal([told], Given.Lines(Given.File($"action a {{\nlog {written}\n}}")));

    [Fact]
    public void EachMalformedEscapeIsAMistake() =>
        Assert.Equal(
            ["HRG0003 2:6 '\\q' is not an escape", "HRG0003 2:8 '\\z' is not an escape"],
            Given.Lines(Given.File("action a {\nlog \"\\q\\z\"\n}")));

    [Theory]
    [InlineData("5foo", "'5foo' is neither a number nor a duration")]
    [InlineData("0x1F", "'0x1F' is neither a number nor a duration")]
    [InlineData("1.5h", "'1.5h' is not a number")]
    [InlineData("1m1h", "the units of the duration '1m1h' are not in descending order")]
    [InlineData("1h1h", "the duration '1h1h' names the unit 'h' twice")]
    [InlineData("99999999999w", "the duration '99999999999w' is too long")]
    [InlineData("99999999999999999999999999999s", "the duration '99999999999999999999999999999s' is too long")]
    [InlineData("6xx", "'6xx' is not a status pattern")]
    [InlineData("2xy", "'2xy' is not a status pattern")]
    [InlineData("5XX", "'5XX' is not a status pattern")]
    [InlineData("9223372036854775808", "'9223372036854775808' is too large for an int")]
    [InlineData("99999999999999999999", "'99999999999999999999' is too large for an int")]
    [InlineData("99999999999999999999999999999999.5", "'999999999999999999999999999999…' is too large for a decimal")]
    public void ANumberCanBeMalformed(string written, string message)
    {
        var tree = Given.File($"action a {{ set x = {written} }}");
        Assert.Equal([$"HRG0003 1:20 {message}"], Given.Lines(tree));
        var action = Assert.IsType<ActionSyntax>(Assert.Single(tree.Root.Declarations));
        var set = Assert.IsType<SetSyntax>(Assert.Single(Assert.IsType<BlockActionBodySyntax>(action.Body).Block.Statements));
        Assert.IsType<SkippedExpressionSyntax>(set.Value);
    }

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1w1d", 691_200_000)]
    public void DurationsAreSums(string written, int milliseconds) => Assert.Equal(
        TimeSpan.FromMilliseconds(milliseconds),
        Assert.IsType<DurationLiteralSyntax>(Given.Expression(written)).Value);

    [Fact]
    public void ACommentThatIsNotClosedIsToldAtItsOpening() => Assert.Equal(
        ["HRG0002 2:3 the comment '/*' is not closed"], Given.Lines(Given.File("scenario S {\n  /* state A {\n")));

    [Fact]
    public void CommentsAreKeptAndMeanNothing()
    {
        var tree = Given.SoundFile("event /* a\nb */ A // c\n//// d\nevent B /***/");
        Assert.Equal(["/* a\nb */", "// c", "//// d", "/***/"], tree.Comments.Select(comment => comment.Text));
        Assert.All(tree.Root.Declarations, declaration => Assert.Null(declaration.Documentation));
    }

    [Fact]
    public void DocumentationBelongsToWhatFollowsIt()
    {
        var tree = Given.SoundFile("""
            /// An event.
            ///  Indented.
            event A {
              /// A field.
              a: int
              b: int
            }
            enum E {
              /// A value.
              X,
              Y,
            }
            /// A scenario.
            scenario S {
              /// @output
              session x: int
              /// A state.
              // not this
              state B { on A -> B }
            }
            """);
        var a = Assert.IsType<EventSyntax>(tree.Root.Declarations[0]);
        Assert.Equal(["An event.", " Indented."], a.Documentation?.Lines);
        Assert.Equal(["A field.", null], a.Fields.Select(field => field.Documentation?.Lines[0]));
        var e = Assert.IsType<EnumSyntax>(tree.Root.Declarations[1]);
        Assert.Equal(["A value.", null], e.Values.Select(value => value.Documentation?.Lines[0]));
        var s = Assert.IsType<ScenarioSyntax>(tree.Root.Declarations[2]);
        Assert.Equal(["A scenario."], s.Documentation?.Lines);
        Assert.True(s.Members[0].Documentation?.HasTag("@output"));
        Assert.Equal(["A state."], s.Members[1].Documentation?.Lines);
    }

    [Theory]
    [InlineData("größe")]
    [InlineData("_x9")]
    [InlineData("名前")]
    [InlineData("x٣")]
    public void NamesAreOfUnicodeLetters(string name) =>
        Assert.Equal(name, Assert.IsType<NameSyntax>(Given.Expression(name)).Name.Text);

    private static StringLiteral Literal(string written) => Log(Given.SoundFile($"action a {{ log {written}\n}}"));

    private static StringLiteral Log(SyntaxTree tree)
    {
        var action = Assert.IsType<ActionSyntax>(Assert.Single(tree.Root.Declarations));
        var block = Assert.IsType<BlockActionBodySyntax>(action.Body).Block;
        return Assert.IsType<InlineTemplateSyntax>(Assert.IsType<LogSyntax>(Assert.Single(block.Statements)).Text).Literal;
    }

    private static string SourceOf(SyntaxTree tree, StringLiteral literal, int start, int length)
    {
        var span = literal.Locate(start, length);
        return tree.Text.Content.Substring(span.Start, span.Length);
    }
}
