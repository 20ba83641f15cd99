using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Binding;

/// <summary>What the work on one scenario leaves for the rest of its project: enough not to do it again.</summary>
/// <param name="Diagnostics">What was told while it was bound and checked.</param>
/// <param name="Mentions">What it mentions.</param>
/// <param name="RunActions">The actions that it runs.</param>
internal sealed record ScenarioTrace(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<ActionSyntax> RunActions)
{
    /// <summary>What the checks against the lock left; null where there is none.</summary>
    public LockTrace? Locked { get; init; }
}

/// <summary>What holding one scenario against the lock leaves for the rest of its project.</summary>
/// <param name="Diagnostics">What was told of it.</param>
/// <param name="ReadTypes">The locked types whose stored values it reads.</param>
/// <param name="ReplacedTypes">Those whose stored values some `migrate` replaces, or that it reads no more.</param>
internal sealed record LockTrace(
    ImmutableArray<Diagnostic> Diagnostics, HashSet<string> ReadTypes, HashSet<string> ReplacedTypes);
