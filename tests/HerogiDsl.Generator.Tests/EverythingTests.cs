using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator.Tests;

/// <summary>A scenario that has nearly every construct of the language, and names that C# stumbles over.</summary>
public sealed class EverythingTests
{
    private const string Signup = """
        { "email": "Ada@acme.io", "address": { "street_name": "Main", "zip": null, "unknown": 1 },
          "lines": [{ "sku": "s", "price": "1.5" }], "labels": { "a": "b" }, "extra": { "items": [{ "count": 4 }] },
          "age": 40, "since": "2026-01-02T03:04:05+01:00", "plan": "pro" }
        """;

    private static TestProject Project() => new(("Everything.herogi", TestProject.Resource("Everything.herogi")));

    [Fact]
    public void ItCompilesWithoutAnErrorOrACSharpWarning()
    {
        var project = Project();

        AssertNone(project.Run().Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error));
        AssertNone(project.CSharpDiagnostics());
        Assert.DoesNotContain(
            project.Run().GeneratedSources.SelectMany(source => source.SourceText.ToString().Split('\n')),
            line => line.Length > 160);
    }

    [Fact]
    public void ItsCodeIsAsVerified() =>
        Snapshot.Verify(Project().Generated("Everything.Everything.g.cs"), "Everything.Everything");

    [Fact]
    public void ItsEventIsAsVerified() =>
        Snapshot.Verify(Project().Generated("Everything.Signup.g.cs"), "Everything.Signup");

    private static void AssertNone(IEnumerable<Diagnostic> diagnostics)
    {
        var told = string.Join("\n", diagnostics.Select(TestProject.Show));
        Assert.True(told.Length == 0, told);
    }
}
