using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>A whole file.</summary>
internal static class FileGrammar
{
    // example: namespace Acme.Onboarding
    private static readonly Parser<QualifiedNameSyntax?> Namespace =
        input => ((Token)input).Is("namespace") ? NameOf(input) : Done<QualifiedNameSyntax?>(null, input);

    // example: using Acme.Crm
    private static readonly Parser<ImmutableArray<QualifiedNameSyntax>> Usings =
        input =>
        {
            var usings = ImmutableArray.CreateBuilder<QualifiedNameSyntax>(0);
            var at = (Token)input;
            while (at.Is("using"))
            {
                var name = NameOf(at);
                if (name.Value is { } read)
                    usings.Add(read);
                at = name.Rest();
            }

            return Done(usings.ToImmutable(), at);
        };

    private static readonly Parser<ImmutableArray<DeclarationSyntax>> Declarations =
        Recovery.UpToTheEnd(ItemKind.Declaration, DeclarationGrammar.Declaration);

    // example: namespace A  using B  event C
    public static readonly Parser<CompilationUnitSyntax> CompilationUnit = Sequence(
        Namespace,
        Usings,
        Declarations,
        static (at, name, usings, declarations) => new CompilationUnitSyntax(
            name, usings, declarations, TextSpan.FromBounds(0, at.Next.Span.End)));

    // A name that is missing leaves the rest of the file readable.
    private static IResult<QualifiedNameSyntax?> NameOf(IInput keyword)
    {
        var first = ((Token)keyword).Next;
        var result = first.StartsLine
            ? Unexpected<QualifiedNameSyntax>(first, "a name")
            : TypeGrammar.QualifiedName(first);
        var at = result.Rest();
        while (!result.WasSuccessful && !at.StartsLine && at.Kind != TokenKind.End)
            at = at.Next;
        return Done(result.WasSuccessful ? result.Value : null, at);
    }
}
