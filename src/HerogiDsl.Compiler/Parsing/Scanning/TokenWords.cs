namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>What messages call a token, and what its word shows about where an item begins.</summary>
internal static class TokenWords
{
    private const int LongestExcerpt = 30;

    public static bool IsStatement(this Token token) =>
        token.Begins(WordRoles.Statement) || token.IsLabel();

    /// <summary>Whether a statement, a transition or their like may begin here.</summary>
    public static bool IsItem(this Token token) =>
        token.Begins(WordRoles.Item) || token.IsLabel();

    public static bool IsMember(this Token token) => token.Begins(WordRoles.Member) && !token.IsRead();

    public static bool IsDeclaration(this Token token) => token.Begins(WordRoles.Declaration) && !token.IsRead();

    // An expression that goes on in the next line may begin it with session.x or event.x: no datum is declared there.
    private static bool IsRead(this Token token) =>
        (token.Is("session") || token.Is("event"))
        && (token.Next.Is("is") || token.Next.Kind is TokenKind.Dot or TokenKind.QuestionDot
            or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.Equal or TokenKind.NotEqual);

    /// <summary>Whether it is a word with this role, and not the name before a colon.</summary>
    public static bool Begins(this Token token, WordRoles role) =>
        (token.Roles & role) != WordRoles.None && token.Next.Kind != TokenKind.Colon;

    /// <summary>Whether the word means something somewhere in the language.</summary>
    public static bool IsKnown(this Token token) => token.Roles != WordRoles.None;

    // example: addNewCompany: http …
    public static bool IsLabel(this Token token) =>
        token.Kind == TokenKind.Word && token.Next.Kind == TokenKind.Colon
        && (token.Next.Next.Is("http") || token.Next.Next.Is("email") || token.Next.Next.Is("run"));

    /// <summary>Whether this is a word at the start of a line with which something new begins.</summary>
    public static bool IsFirstOfItem(this Token token) =>
        token is { StartsLine: true, Kind: TokenKind.Word }
        && (token.IsItem() || ((token.IsMember() || token.IsDeclaration()) && !token.Next.StartsLine));

    /// <summary>Whether this word can be the name that is missing, rather than the beginning of what follows.</summary>
    public static bool IsPlausibleName(this Token token) =>
        token.Kind == TokenKind.Word
        && !(token.StartsLine && (token.Next.Kind == TokenKind.Colon || (token.IsFirstOfItem() && HasSequel(token))));

    public static string Describe(this Token token) =>
        token.Kind == TokenKind.End ? "the end of the file" : $"'{token.Excerpt()}'";

    public static string Excerpt(this Token token)
    {
        var text = token.Session.Text.Content;
        var length = Math.Min(token.Span.Length, LongestExcerpt);
        var excerpt = text.Substring(token.Span.Start, length);
        var lineEnd = excerpt.IndexOfAny(['\r', '\n']);
        if (lineEnd >= 0)
            return excerpt.Substring(0, lineEnd);
        return length < token.Span.Length ? excerpt + "…" : excerpt;
    }

    // A state may be called `start`; but then nothing follows it in its line that makes it a member.
    private static bool HasSequel(Token token) =>
        !token.Next.StartsLine && token.Next.Kind is not (TokenKind.End or TokenKind.CloseBrace);
}
