using System.Reflection;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Tests.Docs;

/// <summary>
/// The pages say what the compiler says. After a message was reworded, run with HEROGI_ACCEPT=1: the messages in the
/// pages of the source tree are then written anew, to be read before they are committed.
/// </summary>
public sealed class DiagnosticPageTests
{
    private static readonly string[] AllHeadings = ["What it means", "Wrong", "Right", "Message", "Notes"];

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(DocumentationFolder.PathOf("diagnostics"), "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void APageHasTheTitleAndTheHeadingsOfAllPages(string id)
    {
        var page = new DiagnosticPage(id);
        var descriptor = Assert.Single(DiagnosticDescriptors.All, descriptor => descriptor.Id == id);
        Assert.Equal($"# {id}: {descriptor.Title}", page.FirstLine);
        Assert.Equal(AllHeadings.Take(page.Headings.Count), page.Headings);
        Assert.InRange(page.Headings.Count, 4, 5);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheWrongExampleGivesThisMessageAndNoOther(string id)
    {
        var page = new DiagnosticPage(id);
        Assert.NotEmpty(page.Wrong);
        Assert.Equal(page.Wrong.Count, page.Messages.Count);
        var told = page.Wrong.Select(page.Diagnose).ToArray();
        Assert.All(told, diagnostics => Assert.Equal(
            [id], diagnostics.Select(diagnostic => diagnostic.Id == id ? id : DiagnosticFormatter.Line(diagnostic))));
        var lines = told.Select(diagnostics => DiagnosticFormatter.Line(diagnostics[0])).ToArray();
        if (DocumentationFolder.IsAccepting)
            page.Accept(lines);
        else
            Assert.Equal(lines, page.Messages.Select(message => message.Content.TrimEnd('\n')));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheRightExampleGivesNone(string id)
    {
        var page = new DiagnosticPage(id);
        Assert.NotEmpty(page.Right);
        Assert.All(page.Right, example => Assert.Empty(page.Diagnose(example).Select(DiagnosticFormatter.Line)));
    }

    [Fact]
    public void EveryDescriptorThatTheCompilerUsesHasAPageAndEveryPageOne()
    {
        var sources = Directory
            .GetFiles(DocumentationFolder.PathInSource("HerogiDsl.Compiler"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "DiagnosticDescriptors.cs")
            .Select(File.ReadAllText)
            .ToArray();
        var used = typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Where(field => sources.Any(source => Mentions(source, "DiagnosticDescriptors." + field.Name)))
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(used, Pages.Select(row => row.Data));
    }

    private static bool Mentions(string source, string name)
    {
        for (var at = source.IndexOf(name, StringComparison.Ordinal); at >= 0;
            at = source.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (end == source.Length || !char.IsLetterOrDigit(source[end]))
                return true;
        }

        return false;
    }
}
