namespace HerogiDsl.Compiler.Parsing.Scanning;

internal enum TokenKind : byte
{
    End,
    Word,
    Int,
    Decimal,
    Duration,
    StatusPattern,
    String,

    /// <summary>A literal that is malformed, told already.</summary>
    Malformed,

    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,
    Colon,
    Dot,
    DotDot,
    Question,
    QuestionDot,
    QuestionQuestion,
    Arrow,
    Assign,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
}
