using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;
using Sprache;

namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>
/// A token, and with it the place in the stream where it is the next to be read: so the stream needs no list, and a
/// parser that takes one token needs no result but the token itself, whichever of its sides is wanted.
/// </summary>
internal sealed class Token(ParseSession session, TokenKind kind, TextSpan span, object? value)
    : IInput, IResult<Token>, IResult<Identifier>, IResult<Identifier?>, IResult<StringLiteral>
{
    private static readonly Dictionary<object, object> NoMemos = [];

    private Token? _next;

    public TokenKind Kind { get; } = kind;

    public TextSpan Span { get; } = span;

    public ParseSession Session { get; } = session;

    /// <summary>The word, or what a literal stands for; null for punctuation.</summary>
    public object? Value { get; } = value;

    /// <summary>The column of the first token of this one's line.</summary>
    public int Indent { get; init; }

    public bool StartsLine { get; init; }

    /// <summary>What it may begin, if it is a word.</summary>
    public WordRoles Roles { get; init; }

    /// <summary>Whether the scanner has told that something is wrong with it.</summary>
    public bool IsTold { get; init; }

    /// <summary>The token before; null for the first.</summary>
    public Token? Previous { get; init; }

    public Token Next => _next ?? this;

    public string Text => Value as string ?? "";

    public Identifier Identifier => new(Text, Span);

    public bool Is(string word) => Kind == TokenKind.Word && (string?)Value == word;

    public void Append(Token next) => _next = next;

    Token IResult<Token>.Value => this;

    bool IResult<Token>.WasSuccessful => true;

    string IResult<Token>.Message => "";

    IEnumerable<string> IResult<Token>.Expectations => [];

    IInput IResult<Token>.Remainder => Next;

    Identifier IResult<Identifier>.Value => Identifier;

    bool IResult<Identifier>.WasSuccessful => true;

    string IResult<Identifier>.Message => "";

    IEnumerable<string> IResult<Identifier>.Expectations => [];

    IInput IResult<Identifier>.Remainder => Next;

    Identifier? IResult<Identifier?>.Value => Identifier;

    bool IResult<Identifier?>.WasSuccessful => true;

    string IResult<Identifier?>.Message => "";

    IEnumerable<string> IResult<Identifier?>.Expectations => [];

    IInput IResult<Identifier?>.Remainder => Next;

    StringLiteral IResult<StringLiteral>.Value => (StringLiteral)(Value ?? throw new InvalidOperationException());

    bool IResult<StringLiteral>.WasSuccessful => Value is StringLiteral;

    string IResult<StringLiteral>.Message => "";

    IEnumerable<string> IResult<StringLiteral>.Expectations => [];

    IInput IResult<StringLiteral>.Remainder => Next;

    string IInput.Source => Session.Text.Content;

    char IInput.Current => Session.Text.Content[Span.Start];

    bool IInput.AtEnd => Kind == TokenKind.End;

    int IInput.Position => Span.Start;

    int IInput.Line => Session.Text.GetPosition(Span.Start).Line + 1;

    int IInput.Column => Session.Text.GetPosition(Span.Start).Column + 1;

    IDictionary<object, object> IInput.Memos => NoMemos;

    IInput IInput.Advance() => Next;

    bool IEquatable<IInput>.Equals(IInput? other) => ReferenceEquals(this, other);
}
