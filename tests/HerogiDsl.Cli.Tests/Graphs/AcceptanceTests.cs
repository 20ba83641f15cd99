using System.Text;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Graphs;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Cli.Tests.Graphs;

/// <summary>Graphviz and Mermaid themselves accept what is written for them.</summary>
public sealed class AcceptanceTests : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("herogi-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task GraphvizDrawsEveryPicture()
    {
        var files = await WriteAsync(DotGraph.Write, ".dot");

        foreach (var file in files)
        {
            var (drawn, complaints) = await RunAsync(_folder.FullName, "dot", "-Tsvg", file);
            Assert.Contains("</svg>", drawn, StringComparison.Ordinal);
            Assert.DoesNotContain("rror", complaints, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task GraphvizRefusesWhatIsNoPicture()
    {
        var file = Path.Combine(_folder.FullName, "bad.dot");
        await File.WriteAllTextAsync(file, "digraph { a -> \"b }", TestContext.Current.CancellationToken);

        var (_, complaints) = await RunAsync(_folder.FullName, "dot", "-Tsvg", file);

        Assert.Contains("rror", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MermaidReadsEveryPicture()
    {
        var witness = Path.Combine(Repository(), "tests", "HerogiDsl.Cli.Tests", "witness");
        if (!Directory.Exists(Path.Combine(witness, "node_modules", "mermaid")))
            await RunAsync(witness, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        var files = await WriteAsync(MermaidGraph.Write, ".mmd");
        var bad = Path.Combine(_folder.FullName, "zz-bad.mmd");
        await File.WriteAllTextAsync(bad, "flowchart TD\n  a[\"b\" --> c\n", TestContext.Current.CancellationToken);

        var (read, complaints) = await RunAsync(witness, "node", ["witness.mjs", .. files, bad]);

        Assert.Equal(files.Length, read.Split('\n').Count(line => line.EndsWith(": flowchart-v2", StringComparison.Ordinal)));
        Assert.StartsWith(bad, complaints, StringComparison.Ordinal);
    }

    private async Task<string[]> WriteAsync(Func<IReadOnlyList<Picture>, string> write, string extension)
    {
        var nasty = Pictures.OfNastyTexts();
        Picture[][] all =
        [
            Sample(), [.. Sample().Take(1)], [nasty], [nasty, Pictures.Random(seed: 1, mostStates: 10)],
            [Pictures.Random(seed: 2, mostStates: 120)],
        ];
        var files = all.Select((_, i) => Path.Combine(_folder.FullName, i + extension)).ToArray();
        for (var i = 0; i < all.Length; i++)
            await File.WriteAllTextAsync(files[i], write(all[i]), Utf8, TestContext.Current.CancellationToken);
        return files;
    }

    private static Picture[] Sample()
    {
        var folder = Path.Combine(Repository(), "samples", "CrmOnboarding");
        var project = ProjectReader.Read(ProjectFiles.Find([folder], Directory.GetCurrentDirectory()), rootNamespace: null);
        var result = HerogiCompilation.Compile(project.Trees, project.Templates, new CompilationOptions(project.RootNamespace));
        return [.. result.Files.OfType<ScenarioModel>().Select(PictureBuilder.Build)];
    }

    private static async Task<(string Output, string Errors)> RunAsync(string folder, string program, params string[] arguments)
    {
        var (_, output, errors) = await WitnessProgram.RunAsync(folder, program, arguments);
        return (output, errors);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HerogiDsl.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no 'HerogiDsl.sln' above the tests");
    }
}
