using HerogiDsl.Compiler;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HerogiDsl.Generator;

/// <summary>What the project tells the generator.</summary>
/// <param name="RootNamespace">The namespace of files that name none.</param>
/// <param name="ProjectDirectory">Where the project is, with a slash at the end; empty where nobody told.</param>
internal sealed record GeneratorOptions(string RootNamespace, string ProjectDirectory)
{
    public static GeneratorOptions Read(AnalyzerConfigOptionsProvider provider)
    {
        provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        provider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory);
        directory = Slashes(directory ?? "");
        if (directory.Length > 0 && !directory.EndsWith("/", StringComparison.Ordinal))
            directory += "/";
        return new GeneratorOptions(Namespace(rootNamespace ?? ""), directory);
    }

    public CompilationOptions ToCompilationOptions() => new(RootNamespace) { ProjectDirectory = ProjectDirectory };

    /// <summary>A file's path as it is shown: from the project's directory on.</summary>
    public string Relative(string path)
    {
        path = Slashes(path);
        return ProjectDirectory.Length > 0 && path.StartsWith(ProjectDirectory, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(ProjectDirectory.Length)
            : path;
    }

    // 'Bestell-Wesen.2 & mehr' is what a project may be called; its namespace is 'Bestell_Wesen._2___mehr'.
    private static string Namespace(string text) => string.Join(
        ".", text.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(part => Identifier(part.Trim())));

    private static string Identifier(string part)
    {
        var name = string.Concat(part.Select(character => char.IsLetterOrDigit(character) ? character : '_'));
        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name;
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
