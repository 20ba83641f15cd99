using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>
/// Compiles a project again and again, as an editor does: after a change of one file only what that change can have
/// affected is bound, checked and lowered anew. What it gives is what <see cref="HerogiCompilation"/> gives.
/// </summary>
internal sealed class IncrementalCompiler
{
    private CompilationMemory? _memory;

    /// <summary>Compiles; several threads may.</summary>
    public CompilationResult Compile(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<SourceText> templates, CompilationOptions options)
    {
        var memory = Volatile.Read(ref _memory);
        var run = memory?.Continue(trees, templates, options)
            ?? HerogiCompilation.Run(trees, templates, options, KnownParts.None);
        if (CompilationMemory.Of(run, memory, trees, templates, options) is { } next)
            Volatile.Write(ref _memory, next);
        return run.Result;
    }
}
