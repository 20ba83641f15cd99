using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.HandWritten;

/// <summary>
/// The measure for the real parser: recursive descent over a scanner that holds one token, written for speed. It gives
/// the same tree for files without a mistake; with one it throws, and knows neither recovery nor limits.
/// </summary>
internal sealed partial class HandParser(SourceText source)
{
    private readonly string _text = source.Content;
    private readonly List<Comment> _comments = [];

    public static SyntaxTree Parse(SourceText text) => new HandParser(text).ReadFile();

    private SyntaxTree ReadFile()
    {
        Next();
        QualifiedNameSyntax? name = null;
        if (Is("namespace"))
        {
            Next();
            name = ReadQualifiedName();
        }

        var usings = ImmutableArray<QualifiedNameSyntax>.Empty;
        while (Is("using"))
        {
            Next();
            usings = usings.Add(ReadQualifiedName());
        }

        var declarations = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        while (_kind != TokenKind.End)
            declarations.Add(ReadDeclaration());
        var root = new CompilationUnitSyntax(
            name, usings, declarations.ToImmutable(), TextSpan.FromBounds(0, _text.Length));
        return new SyntaxTree(source, root, [.. _comments], []);
    }

    /// <summary>Where a node begins.</summary>
    private readonly record struct Head(int Start, TextSpan Keyword, Documentation? Documentation);

    // The token at hand begins a node, and is read.
    private Head Begin()
    {
        var head = new Head(_start, TokenSpan, _documentation);
        Next();
        return head;
    }

    private TextSpan SpanFrom(int start) => new(start, _lastEnd - start);

    private TextSpan TokenSpan => new(_start, _end - _start);

    private ReadOnlySpan<char> Word =>
        _kind == TokenKind.Word ? _text.AsSpan(_start, _end - _start) : default;

    private bool Is(string word) => Word.SequenceEqual(word);

    private bool Take(string word)
    {
        if (!Is(word))
            return false;
        Next();
        return true;
    }

    private bool Take(TokenKind kind)
    {
        if (_kind != kind)
            return false;
        Next();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (_kind != kind)
            throw Unexpected();
        Next();
    }

    private void Expect(string word)
    {
        if (!Is(word))
            throw Unexpected();
        Next();
    }

    private Identifier ReadName()
    {
        if (_kind != TokenKind.Word)
            throw Unexpected();
        var name = new Identifier(_text.Substring(_start, _end - _start), TokenSpan);
        Next();
        return name;
    }

    // A keyword that is part of the tree: its text is known.
    private Identifier ReadKeyword(string word)
    {
        var name = new Identifier(word, TokenSpan);
        Next();
        return name;
    }

    private StringLiteral ReadString()
    {
        if (_literal is not { } literal)
            throw Unexpected();
        Next();
        return literal;
    }

    private FormatException Unexpected() =>
        new(FormattableString.Invariant($"{source.Path}({_start}): unexpected '{_text[_start.._end]}'"));
}
