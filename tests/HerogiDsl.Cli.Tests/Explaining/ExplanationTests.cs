using System.Collections.Immutable;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Explaining;

namespace HerogiDsl.Cli.Tests.Explaining;

/// <summary>What is told in plain words stands in files that a person has read.</summary>
public sealed class ExplanationTests
{
    private const string Accept = "HEROGI_ACCEPT";

    [Fact]
    public void TheSampleReadsAsItDid() =>
        AssertIsTold(Explain(Path.Combine(Repository(), "samples", "CrmOnboarding")), "CrmOnboarding.txt", Text);

    [Fact]
    public void EveryConstructHasWords() =>
        AssertIsTold(Explain(Path.Combine(Folder(), "membership.herogi")), "membership.txt", Text);

    [Fact]
    public void MarkdownIsTheSameInOtherClothes() => AssertIsTold(
        Explain(Path.Combine(Folder(), "membership.herogi")),
        "membership.md",
        told => ExplanationPrinter.Markdown(told.Passages));

    [Fact]
    public void NoLineIsWiderThanTheTerminal()
    {
        var told = Assert.Single(Explain(Path.Combine(Folder(), "membership.herogi")));

        foreach (var width in new[] { 40, 60, 100 })
        {
            Assert.All(
                ExplanationPrinter.Text(told.Passages, width).Split(Environment.NewLine),
                line => Assert.True(line.Length <= width || !line.Trim(' ', '-').Contains(' ', StringComparison.Ordinal), line));
        }
    }

    private static string Text(Explanation told) => ExplanationPrinter.Text(told.Passages, 80);

    private static ImmutableArray<Explanation> Explain(string path)
    {
        var project = ProjectReader.Read(ProjectFiles.Find([path], Directory.GetCurrentDirectory()), rootNamespace: null);
        var diagnostics = new DiagnosticBag();
        var program = Binder.Bind(
            project.Trees, project.Templates, new CompilationOptions(project.RootNamespace), diagnostics);
        Assert.Empty(project.Trees.SelectMany(tree => tree.Diagnostics).Concat(diagnostics.ToImmutable())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(DiagnosticFormatter.Line));
        return [.. program.Scenarios.Select(scenario => ScenarioExplainer.Explain(scenario, program))];
    }

    private static void AssertIsTold(ImmutableArray<Explanation> told, string file, Func<Explanation, string> write)
    {
        var text = string.Join("\n", told.Select(write)).ReplaceLineEndings("\n");
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable(Accept) is not null)
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Folder() => Path.Combine(Repository(), "tests", "HerogiDsl.Cli.Tests", "Explaining");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HerogiDsl.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no 'HerogiDsl.sln' above the tests");
    }
}
