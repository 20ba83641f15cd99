using HerogiDsl.Compiler.Parsing.Scanning;

namespace HerogiDsl.Compiler.Parsing.Combinators;

/// <summary>What a pair of braces holds, and how one sees where an item begins, or that the closing brace is missing.</summary>
/// <param name="Name">What messages call one of the items, with its article.</param>
/// <param name="Begins">Whether an item may begin with a token.</param>
/// <param name="Leaves">
/// Whether a token at the start of a line belongs to something outside the braces, so that one is missing.
/// </param>
internal sealed record ItemKind(string Name, Func<Token, bool> Begins, Func<Token, bool> Leaves)
{
    /// <summary>Whether leaving is believed only of a line that is not indented deeper than the opening brace's.</summary>
    public bool LeavesByIndentation { get; init; } = true;

    /// <summary>Whether the arrow of a transition shows as well that the closing brace is missing.</summary>
    public bool LeavesAtArrow { get; init; }

    /// <summary>Whether a token after the closing brace shows that this brace is one too many.</summary>
    public Func<Token, Token, bool> GoesOn { get; init; } = static (_, _) => false;

    /// <summary>Whether an item may begin within a line, and there too be found again after a mistake.</summary>
    public bool IsFoundWithinLine { get; init; }

    public static ItemKind Declaration { get; } = new(
        "a declaration ('record', 'enum', 'event', 'connection', 'action' or 'scenario')",
        token => token.IsDeclaration(),
        token => false);

    public static ItemKind Member { get; } = new(
        "a member ('session', 'aggregate', 'action', 'start', 'state', 'anywhere', 'end' or 'migrate')",
        token => token.IsMember(),
        token => token.IsDeclaration() && !token.IsMember())
    {
        LeavesByIndentation = false,
        GoesOn = (opening, token) =>
            token.IsMember() && (!token.IsDeclaration() || token.Indent > opening.Indent),
    };

    public static ItemKind Body { get; } = new(
        "a statement or a transition",
        token => token.IsItem(),
        token => !token.IsItem() && (token.IsMember() || token.IsDeclaration()))
    {
        LeavesByIndentation = false,
        GoesOn = (_, token) => token.IsItem() && !token.IsMember(),
    };

    /// <summary>The body of an `exit`: what follows its brace is the state's next item.</summary>
    public static ItemKind ExitBody { get; } = Body with { GoesOn = static (_, _) => false };

    public static ItemKind Statement { get; } = new(
        "a statement",
        token => token.IsStatement(),
        token => !token.IsStatement() && (token.IsItem() || token.IsMember() || token.IsDeclaration()));

    public static ItemKind TransitionStatement { get; } = Statement with { LeavesAtArrow = true };

    public static ItemKind Field { get; } = new(
        "a field such as 'name: string'",
        token => token.Kind == TokenKind.Word,
        token => (token.IsDeclaration() || token.IsMember()) && token.Next.Kind == TokenKind.Word
            && !token.Next.Is("as"));

    public static ItemKind EnumValue { get; } = new(
        "a value",
        token => token.Kind == TokenKind.Word,
        token => token.IsDeclaration() && token.Next.Kind == TokenKind.Word);

    public static ItemKind Of(string name, WordRoles role) => new(
        name,
        token => token.Begins(role),
        token => !token.Begins(role) && (token.IsItem() || token.IsMember() || token.IsDeclaration()))
    {
        IsFoundWithinLine = true,
    };
}
