using System.Collections.Immutable;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>The tokens of a text, the last of kind End, and the comments in the gaps before them.</summary>
internal sealed class TokenSequence : IEquatable<TokenSequence>
{
    private readonly SourceText _text;
    private readonly ImmutableArray<Token> _tokens;
    private readonly ImmutableArray<Comment> _comments;
    private readonly int[] _firstComment;

    private TokenSequence(SourceText text, ImmutableArray<Token> tokens, ImmutableArray<Comment> comments)
    {
        _text = text;
        _tokens = tokens;
        _comments = comments;
        _firstComment = new int[tokens.Length + 1];
        var next = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            _firstComment[i] = next;
            while (next < comments.Length && comments[next].Span.Start < tokens[i].Span.Start)
                next++;
        }

        _firstComment[tokens.Length] = comments.Length;
    }

    public int Count => _tokens.Length;

    public Token this[int index] => _tokens[index];

    public static TokenSequence Of(SourceText text)
    {
        var session = new ParseSession(text);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var token = Scanner.Scan(session); token.Kind != TokenKind.End; token = token.Next)
            tokens.Add(token);
        var end = new Token(session, TokenKind.End, new TextSpan(text.Content.Length, 0), null);
        tokens.Add(end);
        return new TokenSequence(text, tokens.ToImmutable(), [.. session.Comments]);
    }

    /// <summary>The comments between the token before it and this one.</summary>
    public ReadOnlySpan<Comment> CommentsBefore(int index) =>
        _comments.AsSpan().Slice(_firstComment[index], _firstComment[index + 1] - _firstComment[index]);

    public bool HasCommentsBefore(int index) => _firstComment[index] < _firstComment[index + 1];

    /// <summary>Whether a comment there ends its line, or has several.</summary>
    public bool HasLinesBefore(int index)
    {
        foreach (var comment in CommentsBefore(index))
        {
            if (comment.IsOfLine() || comment.Text.IndexOfAny(['\r', '\n']) >= 0)
                return true;
        }

        return false;
    }

    public TextSpan Span(int index) => _tokens[index].Span;

    public TokenKind Kind(int index) => _tokens[index].Kind;

    public string Text(int index) => _text.Content.Substring(Span(index).Start, Span(index).Length);

    /// <summary>Where the thing before the gap ends.</summary>
    public int EndBefore(int index) => index == 0 ? 0 : Span(index - 1).End;

    /// <summary>The first token that begins at <paramref name="offset"/> or behind it.</summary>
    public int From(int offset)
    {
        var low = 0;
        var high = _tokens.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Span.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The last token that ends at <paramref name="offset"/> or before it.</summary>
    public int UpTo(int offset) => From(offset) - 1;

    /// <summary>How many line ends are between two places.</summary>
    public int LineEnds(int from, int to) => _text.GetPosition(to).Line - _text.GetPosition(from).Line;

    public LinePosition Position(int index) => _text.GetPosition(Span(index).Start);

    /// <summary>Whether both have the same tokens, meaning the same, and the same comments between them.</summary>
    public bool Equals(TokenSequence? other)
    {
        if (other is null || Count != other.Count || _comments.Length != other._comments.Length)
            return false;
        for (var i = 0; i < Count; i++)
        {
            if (_firstComment[i] != other._firstComment[i] || Kind(i) != other.Kind(i) || Meaning(i) != other.Meaning(i))
                return false;
        }

        for (var i = 0; i < _comments.Length; i++)
        {
            if (!_comments[i].SaysTheSameAs(other._comments[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as TokenSequence);

    public override int GetHashCode() => Count;

    private string Meaning(int index) => _tokens[index].Value is StringLiteral { IsRaw: true } raw ? raw.Value : Text(index);
}
