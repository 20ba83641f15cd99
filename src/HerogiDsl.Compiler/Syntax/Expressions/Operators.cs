namespace HerogiDsl.Compiler.Syntax.Expressions;

internal enum UnaryOperator
{
    Not,
    Negate,
}

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Coalesce,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}
