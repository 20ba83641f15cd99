namespace HerogiDsl.Compiler.Parsing.Scanning;

/// <summary>What a word may begin, wherever it stands.</summary>
[Flags]
internal enum WordRoles : byte
{
    None = 0,

    /// <summary>It means something somewhere in the language.</summary>
    Keyword = 1,

    Declaration = 2,
    Member = 4,
    Statement = 8,
    Trigger = 16,
    Setting = 32,
    HttpPart = 64,
    EmailPart = 128,

    /// <summary>What the body of a state holds.</summary>
    Item = Statement | Trigger,
}
