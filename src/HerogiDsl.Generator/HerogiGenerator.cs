using HerogiDsl.Compiler.Diagnostics.Configuration;
using HerogiDsl.Compiler.Emit;
using HerogiDsl.Compiler.Incremental;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator;

/// <summary>Generates C# from the project's <c>.herogi</c> files.</summary>
/// <remarks>It never looks at the project's C#, only at its options, so that no edit there costs anything here.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class HerogiGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GeneratorOptions.Read(provider))
            .WithTrackingName(TrackingNames.ReadOptions);

        var files = context.AdditionalTextsProvider
            .Where(FileReader.IsHerogi)
            .Combine(options)
            .Select(static (pair, cancellation) => ParsedFile.Parse(FileReader.Read(pair.Left, pair.Right, cancellation)))
            .WithTrackingName(TrackingNames.ParseFile);

        var templates = context.AdditionalTextsProvider
            .Where(static file => !FileReader.IsHerogi(file) && !ConfigurationReader.IsConfiguration(file))
            .Combine(options)
            .Where(static pair => !FileReader.IsLock(pair.Left, pair.Right))
            .Select(static (pair, cancellation) => TemplateFile.From(FileReader.Read(pair.Left, pair.Right, cancellation)))
            .WithTrackingName(TrackingNames.ReadTemplate);

        var locks = context.AdditionalTextsProvider
            .Combine(options)
            .Where(static pair => FileReader.IsLock(pair.Left, pair.Right))
            .Select(static (pair, cancellation) => TemplateFile.From(FileReader.Read(pair.Left, pair.Right, cancellation)))
            .WithTrackingName(TrackingNames.ReadLock);

        // It remembers what it compiled last: only what an edit can have affected is compiled again.
        var compiler = new IncrementalCompiler();
        var compilation = files.Collect().Combine(templates.Collect()).Combine(locks.Collect()).Combine(options)
            .Select((input, _) => compiler.Compile(
                [.. input.Left.Left.Left.Select(file => file.Tree)],
                [.. input.Left.Left.Right.Select(file => file.ToSourceText())],
                input.Right.ToCompilationOptions() with { Lock = input.Left.Right.FirstOrDefault()?.ToSourceText() }))
            .WithTrackingName(TrackingNames.Compile);

        var models = compilation
            .SelectMany(static (result, _) => result.Files)
            .WithTrackingName(TrackingNames.ScenarioModel);
        context.RegisterSourceOutput(
            models, static (output, file) => output.AddSource(file.HintName, FileEmitter.Emit(file)));

        var diagnostics = compilation
            .Combine(Severities(context, options))
            .SelectMany(static (pair, _) => pair.Right.Apply(pair.Left.Diagnostics))
            .Combine(options)
            .WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(
            diagnostics,
            static (output, pair) => output.ReportDiagnostic(DiagnosticReporter.ToRoslyn(pair.Left, pair.Right)));
    }

    // Behind the compilation: no change of a severity compiles anything again.
    private static IncrementalValueProvider<SeverityConfiguration> Severities(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<GeneratorOptions> options)
    {
        var files = context.AdditionalTextsProvider
            .Where(ConfigurationReader.IsConfiguration)
            .Select(ConfigurationReader.Read)
            .Collect();
        var project = context.CompilationProvider
            .Select(static (compilation, cancellation) => (
                Global: ConfigurationReader.ReadGlobal(compilation.Options, cancellation),
                Project: ConfigurationReader.ReadProject(compilation.Options)));
        return files.Combine(project).Combine(options)
            .Select(static (input, _) => SeverityConfiguration.Read(
                input.Left.Left.Add(input.Left.Right.Global), input.Left.Right.Project, input.Right.ProjectDirectory))
            .WithTrackingName(TrackingNames.ReadSeverities);
    }
}
