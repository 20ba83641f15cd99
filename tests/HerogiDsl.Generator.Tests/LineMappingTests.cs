using System.Globalization;
using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator.Tests;

/// <summary>What goes wrong in what the user wrote is shown where it was written.</summary>
public sealed class LineMappingTests
{
    private const string Text = """
        namespace A
        event Go { list: int[]  text: string }
        scenario First {
          session count: int = 0
          start { on Go -> Here }
          state Here {
            set count = event.list[0]
            on Go
              when event.list[3] > 1
              -> Here
            on Go do {
              set count = 9223372036854775807 * length(event.text)
            } -> Here
          }
        }
        """;

    [Theory]
    [InlineData("""{"list":[],"text":""}""", 7)]
    [InlineData("""{"list":[1],"text":""}""", 9)]
    [InlineData("""{"list":[1,2,3,0],"text":"abc"}""", 12)]
    public void AStackTraceLeadsToTheLine(string json, int line)
    {
        var first = new Stepper(new TestProject(("flows/a.herogi", Text)).LoadModule(), "First");
        if (line > 7)
            first.Send("Go", """{"list":[1,2,3,4],"text":""}""");

        var exception = Assert.ThrowsAny<Exception>(() => first.Send("Go", json));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{TestProject.Directory}flows/a.herogi:line {line}"),
            exception.StackTrace,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultKnowsItsPlace()
    {
        var first = new Stepper(new TestProject(("flows/a.herogi", Text)).LoadModule(), "First");

        Assert.Throws<ScenarioFaultException>(() => first.Send("Go", """{"list":[],"text":""}"""));
        Assert.Equal(new SourcePosition("flows/a.herogi", 7, 5), first.Context.Position);
    }

    // A class of the application that hides one of ours is the likeliest error of C# in generated code.
    [Fact]
    public void AnErrorOfCSharpLeadsToTheLine()
    {
        var project = new TestProject(("flows/a.herogi", Text))
            .WithCSharp("namespace HerogiDsl.Values { public static class Functions; }");
        var mapped = project.CSharpDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Location.GetMappedLineSpan())
            .Select(span => (span.Path, Line: span.StartLinePosition.Line + 1))
            .ToArray();

        Assert.Contains((TestProject.Directory + "flows/a.herogi", 7), mapped);
        Assert.All(mapped, place => Assert.Equal(TestProject.Directory + "flows/a.herogi", place.Path));
    }
}
