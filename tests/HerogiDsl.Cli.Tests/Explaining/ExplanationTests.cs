using System.Collections.Immutable;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Explaining;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

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
    public void ThousandsOfWaysAreSummedUp()
    {
        var states = Enumerable.Range(0, 14).Select(i =>
            $"state S{i} {{ {string.Concat(Enumerable.Range(0, 14).Select(j => $"on E{j} -> S{j} "))} on Stop -> Over  after 1h -> S{i} }}");
        var events = string.Concat(Enumerable.Range(0, 14).Select(i => $"event E{i}\n"));
        var file = new SourceText(
            "many.herogi",
            $"{events}event Stop\nscenario Many {{ start {{ on E0 -> S0 }} {string.Concat(states)} end Over }}");

        var told = Assert.Single(Explain(new HerogiProject([HerogiParser.Parse(file)], [], "Acme")));

        Assert.Contains(new Passage(PassageKind.Subheading, "From the beginning: more than 1000 ways"), told.Passages);
        Assert.Contains(told.Passages, passage => passage.Text == "Way 1, to Over, the end:");
        Assert.DoesNotContain(told.Passages, passage => passage.Text.StartsWith("Way 2", StringComparison.Ordinal));
    }

    [Fact]
    public void AStateThatOnlyLeadsBackIsToldBesides()
    {
        var told = Explain(Path.Combine(Repository(), "samples", "CrmOnboarding"));

        var welcome = Assert.Single(told, each => each.Name == "WelcomeEmail");
        Assert.Contains(
            welcome.Passages, passage => passage.Text == "SendWelcome may lead to MailServerDown, which leads to SendWelcome.");
    }

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
        return Explain(ProjectReader.Read(ProjectFiles.Find([path], Directory.GetCurrentDirectory()), rootNamespace: null));
    }

    private static ImmutableArray<Explanation> Explain(HerogiProject project)
    {
        var diagnostics = new DiagnosticBag();
        var program = Binder.Bind(
            project.Trees, project.Templates, project.Options, KnownBindings.None, null, diagnostics);
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
