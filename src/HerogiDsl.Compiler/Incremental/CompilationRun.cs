using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>A compilation, with what the next one may begin with.</summary>
/// <param name="Result">What it gives.</param>
/// <param name="Program">What was bound.</param>
/// <param name="Told">Everything that was told, also what is switched off.</param>
internal sealed record CompilationRun(CompilationResult Result, BoundProgram Program, DiagnosticBag Told);
