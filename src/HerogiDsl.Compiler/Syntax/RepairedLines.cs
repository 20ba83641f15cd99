using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>The lines that were read otherwise than they stand there: of them only what the parser told is told.</summary>
internal sealed class RepairedLines(IEnumerable<SyntaxTree> trees)
{
    private readonly SyntaxTree[] _trees = [.. trees.Where(tree => tree.Repaired.Length > 0)];

    public bool Excuses(Diagnostic diagnostic) => _trees.Any(tree =>
        tree.Text.Path == diagnostic.Location.Path
        && tree.Repaired.Any(line =>
            diagnostic.Location.Span.Start >= line.Start && diagnostic.Location.Span.Start <= line.End)
        && !tree.Diagnostics.Contains(diagnostic));
}
