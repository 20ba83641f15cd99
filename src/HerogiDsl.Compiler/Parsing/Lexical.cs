using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Combinators;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using Sprache;
using static HerogiDsl.Compiler.Parsing.Combinators.Parsed;
using static HerogiDsl.Compiler.Parsing.Combinators.Sequences;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>The smallest pieces: words, names, punctuation, literals in settings, templates.</summary>
internal static class Lexical
{
    // example: "find-company.json.scriban"
    public static readonly Parser<StringLiteral> PlainString =
        input => ((Token)input).Value is StringLiteral { IsRaw: false }
            ? (Token)input
            : Unexpected<StringLiteral>((Token)input, "a string");

    // example: "/crm/{{ session.id }}", or a raw block
    public static readonly Parser<TemplateSyntax> InlineTemplate =
        input => ((Token)input).Value is StringLiteral literal
            ? Done<TemplateSyntax>(new InlineTemplateSyntax(literal), ((Token)input).Next)
            : Unexpected<TemplateSyntax>((Token)input, "a string, a raw block or 'file'");

    // example: file "find-company.json.scriban"
    public static readonly Parser<TemplateSyntax> FileTemplate = Sequence(
        Word("file"), PlainString, static (at, _, path) => new FileTemplateSyntax(path, at.Span));

    // example: file "x.html", "text", """…"""
    public static readonly Parser<TemplateSyntax> Template =
        input => ((Token)input).Is("file") ? FileTemplate(input) : InlineTemplate(input);

    // example: 1h30m
    public static readonly Parser<DurationSyntax> Duration =
        input => (Token)input switch
        {
            { Kind: TokenKind.Duration, Value: TimeSpan value } token =>
                Done(new DurationSyntax(value, token.Span), token.Next),
            { Kind: TokenKind.Malformed } token =>
                Done(new DurationSyntax(TimeSpan.FromSeconds(1), token.Span), token.Next),
            var token => Unexpected<DurationSyntax>(token, "a duration such as 30s"),
        };

    // example: 429
    public static readonly Parser<IntegerSyntax> Integer =
        input => (Token)input switch
        {
            { Kind: TokenKind.Int, Value: long value } token => Done(new IntegerSyntax(value, token.Span), token.Next),
            { Kind: TokenKind.Malformed } token => Done(new IntegerSyntax(1, token.Span), token.Next),
            var token => Unexpected<IntegerSyntax>(token, "a whole number"),
        };

    /// <summary>The keyword that the grammar has here, or what was told to be a misspelling of it.</summary>
    public static Parser<Token> Word(string word) =>
        input => ((Token)input).Is(word) || ((Token)input).Session.Misspelt == input
            ? (Token)input
            : Unexpected<Token>((Token)input, $"'{word}'");

    /// <summary>A keyword that is part of the tree, under the name that was meant.</summary>
    public static Parser<Identifier> Keyword(string word) =>
        input => ((Token)input).Is(word)
            ? (Token)input
            : ((Token)input).Session.Misspelt == input
            ? Done(new Identifier(word, ((Token)input).Span), ((Token)input).Next)
            : Unexpected<Identifier>((Token)input, $"'{word}'");

    public static Parser<Token> Mark(TokenKind kind, string text) =>
        input => ((Token)input).Kind == kind ? (Token)input : Unexpected<Token>((Token)input, $"'{text}'");

    /// <summary>A name, where nothing but a name can stand.</summary>
    public static Parser<Identifier> Name(string expected) =>
        input => ((Token)input).IsPlausibleName()
            ? (Token)input
            : Unexpected<Identifier>((Token)input, expected);

    // example: CustomerUpdated, CustomerDeleted
    public static Parser<ImmutableArray<Identifier>> Names(string expected) =>
        Lists.Separated(Name(expected));
}
