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
    ImmutableArray<ActionSyntax> RunActions);
