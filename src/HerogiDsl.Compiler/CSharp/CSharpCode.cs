namespace HerogiDsl.Compiler.CSharp;

/// <summary>A C# expression.</summary>
/// <param name="Text">The text.</param>
/// <param name="Precedence">How tightly it binds.</param>
/// <param name="IsNullable">Whether C# takes it for one that may be null.</param>
internal readonly record struct CSharpCode(string Text, Precedence Precedence, bool IsNullable)
{
    public static CSharpCode Primary(string text, bool isNullable = false) =>
        new(text, Precedence.Primary, isNullable);

    /// <summary>The text, in parentheses where the place binds more tightly.</summary>
    public string At(Precedence least) => Precedence < least ? "(" + Text + ")" : Text;
}

/// <summary>How tightly C# operators bind, loosest first.</summary>
internal enum Precedence
{
    Conditional,
    Coalesce,
    Or,
    And,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
