using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

// Host ANALYZERS FILES ROSLYN...: runs the generator in ANALYZERS on FILES, with the compiler in the folders ROSLYN.
AssemblyLoadContext.Default.Resolving += (context, name) => args.Skip(2).Append(args[0])
    .Select(folder => Path.Combine(folder, name.Name + ".dll"))
    .Where(File.Exists).Select(context.LoadFromAssemblyPath).FirstOrDefault();
Console.Out.Write(Hosting.Run(args[0], args[1]));

internal static class Hosting
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Run(string analyzers, string files)
    {
        var reference = new AnalyzerFileReference(Path.Combine(analyzers, "HerogiDsl.Generator.dll"), new Loader());
        reference.AnalyzerLoadFailed += (_, failure) => throw new InvalidOperationException(failure.Message, failure.Exception);
        var texts = Directory.GetFiles(files).Where(file => !file.EndsWith(".cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => new Text(file));
        var driver = CSharpGeneratorDriver.Create(reference.GetGenerators(LanguageNames.CSharp), [.. texts])
            .RunGenerators(CSharpCompilation.Create("Hosted"));
        var result = driver.GetRunResult();

        var output = new StringBuilder();
        Console.Error.WriteLine($"Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}");
        foreach (var failure in result.Results.Where(run => run.Exception is not null))
            output.AppendLine($"{failure.Exception}");
        foreach (var diagnostic in result.Diagnostics)
            output.AppendLine(FormattableString.Invariant($"{diagnostic}"));
        foreach (var source in result.Results.SelectMany(run => run.GeneratedSources))
            output.AppendLine("// " + source.HintName).Append(source.SourceText).AppendLine();
        return output.ToString();
    }

    private sealed class Text(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(File.ReadAllText(path), Encoding.UTF8);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) =>
            AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
