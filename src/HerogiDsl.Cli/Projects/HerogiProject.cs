using System.Collections.Immutable;
using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Diagnostics.Configuration;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Projects;

/// <summary>Files that are compiled together.</summary>
/// <param name="Templates">The template files that the trees name and that exist.</param>
/// <param name="RootNamespace">The namespace of files that name none.</param>
internal sealed record HerogiProject(
    ImmutableArray<SyntaxTree> Trees, ImmutableArray<SourceText> Templates, string RootNamespace)
{
    /// <summary>How grave each diagnostic is here.</summary>
    public SeverityConfiguration Severities { get; init; } = SeverityConfiguration.Default;

    /// <summary>The `herogi.lock` beside them; null where there is none.</summary>
    public SourceText? Lock { get; init; }

    public CompilationOptions Options => new(RootNamespace) { Lock = Lock };

    /// <summary>The text of a file that a diagnostic names.</summary>
    public SourceText? Find(string path) =>
        Trees.Select(tree => tree.Text).Concat(Templates).Append(Lock).OfType<SourceText>().FirstOrDefault(text => text.Path == path);
}
