using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>A field of a record or event; of an answer, a built-in member without a declaration.</summary>
internal sealed class FieldSymbol(string name, string jsonName, TypeSymbol type, FieldSyntax? declaration)
{
    public string Name => name;

    public string JsonName => jsonName;

    public TypeSymbol Type => type;

    public FieldSyntax? Declaration => declaration;

    /// <summary>The default, bound and converted to the type; null without one.</summary>
    public Binding.Bound.BoundExpression? Default { get; set; }

    /// <summary>Whether an object literal may leave it out.</summary>
    public bool IsOptional => Type.IsNullable || Declaration?.Default is not null;
}
