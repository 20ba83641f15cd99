using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HerogiDsl.Generator.Tests.Support;

/// <summary>A C# project in memory: its additional files, its C#, and the generator run over both.</summary>
internal sealed class TestProject
{
    public const string Directory = "/project/";

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);
    private static readonly ImmutableArray<MetadataReference> s_references = FindReferences();

    private readonly List<AdditionalText> _files = [];
    private readonly List<SyntaxTree> _trees = [];

    public TestProject(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
            _files.Add(new TestFile(Directory + path, text));
        Driver = CSharpGeneratorDriver.Create(
            [new HerogiGenerator().AsSourceGenerator()],
            _files,
            s_parseOptions,
            new TestOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public GeneratorDriver Driver { get; private set; }

    public static TestProject Crm() => new(
        ("crm.herogi", Resource("crm.herogi")),
        ("find-company.json.scriban", Resource("find-company.json.scriban")));

    public static string Resource(string name)
    {
        using var stream = typeof(TestProject).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public TestProject WithCSharp(string text, string path = "Program.cs")
    {
        _trees.Add(CSharpSyntaxTree.ParseText(text, s_parseOptions, Directory + path, Encoding.UTF8));
        return this;
    }

    /// <summary>Runs the generator.</summary>
    public GeneratorRunResult Run()
    {
        Driver = Driver.RunGenerators(Compilation());
        return Driver.GetRunResult().Results.Single();
    }

    public void Replace(string path, string text)
    {
        var old = _files.Single(file => file.Path == Directory + path);
        var file = new TestFile(Directory + path, text);
        Driver = Driver.ReplaceAdditionalText(old, file);
        _files[_files.IndexOf(old)] = file;
    }

    public string Generated(string hint) =>
        Run().GeneratedSources.Single(source => source.HintName == hint).SourceText.ToString();

    /// <summary>Everything that the C# compiler says of what was generated.</summary>
    public ImmutableArray<Diagnostic> CSharpDiagnostics()
    {
        Driver = Driver.RunGeneratorsAndUpdateCompilation(Compilation(), out var output, out _);
        return [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
    }

    /// <summary>Builds and loads the project.</summary>
    public Assembly Load()
    {
        Driver = Driver.RunGeneratorsAndUpdateCompilation(Compilation(), out var output, out var diagnostics);
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = output.Emit(image, symbols);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Select(Show)));
        image.Position = symbols.Position = 0;
        return new AssemblyLoadContext("test", isCollectible: true).LoadFromStream(image, symbols);
    }

    /// <summary>The module of the built project.</summary>
    public ScenarioModule LoadModule() => ModuleOf(Load());

    public static ScenarioModule ModuleOf(Assembly assembly) =>
        (ScenarioModule)assembly.GetType("HerogiDsl.HerogiScenarios")!.GetProperty("Module")!.GetValue(null)!;

    public static string Show(Diagnostic diagnostic) => CSharpDiagnosticFormatter.Instance.Format(diagnostic, CultureInfo.InvariantCulture);

    private CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Generated.Test",
        _trees,
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    private static ImmutableArray<MetadataReference> FindReferences() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Where(path => !Path.GetFileName(path).Contains("HerogiDsl.", StringComparison.Ordinal)
                || path.EndsWith("HerogiDsl.Abstractions.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private sealed class TestFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(text, Encoding.UTF8);
    }

    private sealed class TestOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key switch
                {
                    "build_property.RootNamespace" => "Test.Root",
                    "build_property.ProjectDir" => Directory,
                    _ => null,
                };
                return value is not null;
            }
        }
    }
}
