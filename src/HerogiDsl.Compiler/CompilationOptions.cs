namespace HerogiDsl.Compiler;

/// <summary>What a compilation is told besides its files.</summary>
/// <param name="RootNamespace">The namespace of files that name none.</param>
public sealed record CompilationOptions(string RootNamespace);
