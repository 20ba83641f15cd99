using System.Reflection;
using HerogiDsl.Architecture.Tests.Repository;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Architecture.Tests.Documentation;

/// <summary>Each diagnostic that can be reported has its page, and each page its diagnostic.</summary>
public sealed class DiagnosticPageTests
{
    private const string Folder = "docs/diagnostics";

    private static IReadOnlyList<string> Pages =>
        [.. RepositoryFiles.Below(Folder, ".md").Where(path => Path.GetFileName(path).StartsWith("HRG", StringComparison.Ordinal))];

    [Fact]
    public void EveryReportedDiagnosticHasAPage()
    {
        Assert.SkipWhen(Pages.Count == 0, $"'{Folder}' has no pages yet");
        var written = Pages.Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal);

        Findings.AssertNone(
            ReportedIds().Where(id => !written.Contains(id)).Select(id => $"{Folder}/{id}.md"), "write these pages");
    }

    [Fact]
    public void EveryPageHasADiagnostic()
    {
        Assert.SkipWhen(Pages.Count == 0, $"'{Folder}' has no pages yet");

        Findings.AssertNone(
            Pages.SelectMany(path => Faults(path, RepositoryFiles.Read(path))), "these pages speak of no diagnostic");
    }

    [Fact]
    public void ThePagesOfTheHelpLinksAreTheFilesHere() => Assert.All(
        DiagnosticDescriptors.All,
        descriptor => Assert.EndsWith($"/{Folder}/{descriptor.Id}.md", descriptor.HelpLink, StringComparison.Ordinal));

    [Fact]
    public void EveryDescriptorIsInTheList() => Assert.Equal(
        Fields().Values.Order(StringComparer.Ordinal), DiagnosticDescriptors.All.Select(descriptor => descriptor.Id));

    [Theory]
    [InlineData("docs/diagnostics/HRG1001.md", "# HRG1001: Unknown state\n", 0)]
    [InlineData("docs/diagnostics/HRG1001.md", "# HRG1002: Unknown event\n", 1)]
    [InlineData("docs/diagnostics/HRG9999.md", "# HRG9999: What nobody reports\n", 1)]
    public void APageWithoutADiagnosticIsFound(string path, string text, int found) =>
        Assert.Equal(found, Faults(path, text).Count());

    [Fact]
    public void OnlyWhatSomeLineReportsIsReported()
    {
        const string catalog = """
            static class NameDiagnostics
            {
                public static Diagnostic A() => new(DiagnosticDescriptors.UnknownState);
                public static Diagnostic A(int b) => B(b);
                private static Diagnostic B(int b) => new(DiagnosticDescriptors.UnknownEvent);
                public static Diagnostic C() => new(DiagnosticDescriptors.UnknownMember);
                public static Diagnostic D(DiagnosticDescriptor descriptor) => new(descriptor);
            }
            """;
        const string use = """
            class Binder
            {
                Diagnostic E() => NameDiagnostics.A(1);
                Diagnostic F() => NameDiagnostics.D(DiagnosticDescriptors.UnknownName);
            }
            """;

        var reported = ReportedDescriptors.In(
        [
            SourceFile.Parse("src/HerogiDsl.Compiler/Diagnostics/Catalog/NameDiagnostics.cs", catalog),
            SourceFile.Parse("src/HerogiDsl.Compiler/Binding/Binder.cs", use),
        ]);

        Assert.Equal(["UnknownEvent", "UnknownName", "UnknownState"], reported.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> ReportedIds()
    {
        var ids = Fields();
        return ReportedDescriptors.In(SourceFile.Below("src/HerogiDsl.Compiler"))
            .Where(ids.ContainsKey)
            .Select(name => ids[name])
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Faults(string path, string text)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        if (DiagnosticDescriptors.All.All(descriptor => descriptor.Id != id))
            return [$"{path}: there is no diagnostic '{id}'"];
        return text.StartsWith($"# {id}", StringComparison.Ordinal) ? [] : [$"{path}: begin with '# {id}'"];
    }

    private static Dictionary<string, string> Fields() => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .ToDictionary(field => field.Name, field => ((DiagnosticDescriptor)field.GetValue(null)!).Id);
}
