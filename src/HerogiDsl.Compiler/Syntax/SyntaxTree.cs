using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>One `.herogi` file, parsed: a pure function of its text.</summary>
/// <param name="Text">What was parsed.</param>
/// <param name="Root">The tree, without the parts that could not be read.</param>
/// <param name="Comments">Every comment, in order (documentation too).</param>
/// <param name="Diagnostics">What could not be read.</param>
internal sealed record SyntaxTree(
    SourceText Text,
    CompilationUnitSyntax Root,
    ImmutableArray<Comment> Comments,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The parts that are not in the tree, nor anything that they declare.</summary>
    public ImmutableArray<TextSpan> Unread { get; init; } = [];

    /// <summary>The lines that were read otherwise than they stand there: what is wrong in them was told.</summary>
    public ImmutableArray<TextSpan> Repaired { get; init; } = [];

    /// <summary>Where reading was given up after too many mistakes; null where the whole file was read.</summary>
    public int? GivenUpAt { get; init; }
}
