using HerogiDsl.Compiler.Binding;
using HerogiDsl.Compiler.Lowering.Model;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>What an earlier compilation has found out, and what still holds.</summary>
/// <param name="Bindings">What is bound and checked.</param>
/// <param name="FileOf">The generated file of a declaration; null where it is to be made again.</param>
internal sealed record KnownParts(KnownBindings Bindings, Func<DeclarationSyntax, FileModel?> FileOf)
{
    public static KnownParts None { get; } = new(KnownBindings.None, static _ => null);
}
