using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler;

/// <summary>What a compilation is told besides its files.</summary>
/// <param name="RootNamespace">The namespace of files that name none.</param>
public sealed record CompilationOptions(string RootNamespace)
{
    /// <summary>Where relative paths begin, with its last slash: <c>#line</c> wants whole paths. Empty to leave them.</summary>
    public string ProjectDirectory { get; init; } = "";

    /// <summary>The <c>herogi.lock</c> of the project; null where there is none, and nothing is held against it.</summary>
    public SourceText? Lock { get; init; }
}
