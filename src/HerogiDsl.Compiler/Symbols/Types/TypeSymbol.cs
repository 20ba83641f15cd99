namespace HerogiDsl.Compiler.Symbols.Types;

/// <summary>A type of the language. Named types compare by identity, composed ones by their parts.</summary>
internal abstract class TypeSymbol
{
    /// <summary>As it is written in a `.herogi` file.</summary>
    public abstract string Name { get; }

    public bool IsNullable => this is NullableType or NullType;

    public bool IsError => this is ErrorType;

    /// <summary>The type without its `?`.</summary>
    public TypeSymbol Underlying => this is NullableType nullable ? nullable.Inner : this;

    /// <summary>The type with a `?`; itself where that changes nothing.</summary>
    public TypeSymbol ToNullable() =>
        this is NullableType or NullType or ErrorType or NeverType ? this : new NullableType(this);

    public override string ToString() => Name;
}
