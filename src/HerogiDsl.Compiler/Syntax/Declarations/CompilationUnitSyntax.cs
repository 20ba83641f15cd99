using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax.Declarations;

/// <summary>A whole file.</summary>
internal sealed record CompilationUnitSyntax(
    QualifiedNameSyntax? Namespace,
    ImmutableArray<QualifiedNameSyntax> Usings,
    ImmutableArray<DeclarationSyntax> Declarations,
    TextSpan Span) : SyntaxNode(Span);
