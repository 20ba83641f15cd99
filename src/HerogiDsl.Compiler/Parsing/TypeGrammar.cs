using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Nesting;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;
using static HerogiDsl.Compiler.Parsing.Lexical;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>Names of namespaces and types.</summary>
internal static class TypeGrammar
{
    private const string Expected = "a type";

    // example: Acme.Onboarding
    public static readonly Parser<QualifiedNameSyntax> QualifiedName =
        input =>
        {
            var at = (Token)input;
            if (at.IsPlausibleName() && at.Next.Kind is not (TokenKind.Colon or TokenKind.Dot))
                return Done(new QualifiedNameSyntax([at.Identifier], at.Span), at.Next);
            var parts = ImmutableArray.CreateBuilder<Identifier>();
            while (at.IsPlausibleName() && at.Next.Kind != TokenKind.Colon)
            {
                parts.Add(at.Identifier);
                var next = at.Next;
                if (next.Kind != TokenKind.Dot)
                {
                    var span = new Extent((Token)input, next).Span;
                    return Done(new QualifiedNameSyntax(parts.ToImmutable(), span), next);
                }

                at = next.Next;
            }

            return Unexpected<QualifiedNameSyntax>(at, parts.Count == 0 ? Expected : "a name");
        };

    // example: string, Register, Acme.Crm.Created
    public static readonly Parser<TypeSyntax> NamedType =
        Sequence(QualifiedName, static (_, name) => new NamedTypeSyntax(name));

    // example: map<string>
    public static readonly Parser<TypeSyntax> MapType = Sequence(
        Word("map").Then(Mark(TokenKind.Less, "<")),
        Nested<TypeSyntax>(Deferred).Before(Mark(TokenKind.Greater, ">")),
        static (at, _, element) => new MapTypeSyntax(element, at.Span));

    // example: Created[]?, map<string[]>
    public static readonly Parser<TypeSyntax> Type =
        input =>
        {
            var start = (Token)input;
            start.Session.Height = 0;
            var result = start.Is("map") && start.Next.Kind == TokenKind.Less ? MapType(input) : NamedType(input);
            return result.WasSuccessful ? Suffixes(start, result.Value, result.Rest()) : result;
        };

    // example: : string[]     after the name of what has a type
    public static readonly Parser<TypeSyntax> TypeOf =
        input =>
        {
            var token = (Token)input;
            var isColon = token.Kind == TokenKind.Colon;
            if (!isColon)
                token.Session.Unexpected(token, "':' and a type");
            if (!isColon && (token.Kind != TokenKind.Word || token.StartsLine || token.Next.Kind == TokenKind.Colon))
                return Skipped(token, token);
            var start = isColon ? token.Next : token;
            var result = Type(start);
            return result.WasSuccessful || token.Session.IsAborted ? result : Skipped(start, result.Rest());
        };

    private static IResult<TypeSyntax> Deferred(IInput input) => Type(input);

    private static IResult<TypeSyntax> Suffixes(Token start, TypeSyntax type, Token at)
    {
        while (at.Kind == TokenKind.OpenBracket && at.Next.Kind == TokenKind.CloseBracket)
        {
            if (!MayGrow(at))
                return Failed<TypeSyntax>(at);
            at = at.Next.Next;
            type = new ArrayTypeSyntax(type, new Extent(start, at).Span);
        }

        if (at.Kind != TokenKind.Question)
            return Done(type, at);
        return Done<TypeSyntax>(new NullableTypeSyntax(type, new Extent(start, at.Next).Span), at.Next);
    }

    // The name before it is good, and others speak of it: so only the type is lost.
    private static IResult<TypeSyntax> Skipped(Token start, Token failed)
    {
        var at = failed;
        while (!EndsType(at))
            at = at.Next;
        var end = Math.Max(start.Span.Start, at.Previous?.Span.End ?? 0);
        return Done<TypeSyntax>(new SkippedTypeSyntax(TextSpan.FromBounds(start.Span.Start, end)), at);
    }

    private static bool EndsType(Token at) =>
        at.StartsLine || at.Next.Kind == TokenKind.Colon
        || at.Kind is TokenKind.End or TokenKind.CloseBrace or TokenKind.Comma or TokenKind.CloseParenthesis
            or TokenKind.Assign;
}
