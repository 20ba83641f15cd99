using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Compiler;

/// <summary>What a compilation gives: equal to another one when nothing changed.</summary>
/// <param name="Files">The files to generate.</param>
/// <param name="Diagnostics">What is to be told.</param>
public sealed record CompilationResult(EquatableArray<FileModel> Files, EquatableArray<Diagnostic> Diagnostics);
