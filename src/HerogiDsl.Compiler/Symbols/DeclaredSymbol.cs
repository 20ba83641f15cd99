using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>Where a declaration stands: its file, its namespace and the namespaces that the file uses.</summary>
internal sealed record DeclarationOrigin(SourceText Text, string Namespace, IReadOnlyList<string> Usings);

/// <summary>A declared type: a record, an enum or an event.</summary>
internal abstract class NamedTypeSymbol(DeclarationSyntax declaration, DeclarationOrigin origin) : TypeSymbol
{
    public override string Name => declaration.Name.Text;

    public DeclarationOrigin Origin => origin;

    public string Namespace => origin.Namespace;

    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    public Documentation? Documentation => declaration.Documentation;

    public SourceLocation NameLocation => origin.Text.Locate(declaration.Name.Span);

    /// <summary>The stretch of its whole declaration.</summary>
    public SourceLocation Whole => origin.Text.Locate(declaration.Span);
}

/// <summary>A record.</summary>
internal sealed class RecordSymbol(RecordSyntax declaration, DeclarationOrigin origin)
    : NamedTypeSymbol(declaration, origin)
{
    public RecordSyntax Declaration => declaration;

    public IReadOnlyList<FieldSymbol> Fields { get; set; } = [];
}

/// <summary>An enum.</summary>
internal sealed class EnumSymbol(EnumSyntax declaration, DeclarationOrigin origin)
    : NamedTypeSymbol(declaration, origin)
{
    public EnumSyntax Declaration => declaration;

    public IReadOnlyList<string> Values { get; } =
        declaration.Values.Select(value => value.Name.Text).Distinct(StringComparer.Ordinal).ToArray();
}

/// <summary>An event; of an answer the fields are the built-in members.</summary>
internal sealed class EventSymbol(EventSyntax declaration, DeclarationOrigin origin)
    : NamedTypeSymbol(declaration, origin)
{
    public EventSyntax Declaration => declaration;

    public EventOrigin EventOrigin => declaration.Origin;

    public IReadOnlyList<FieldSymbol> Fields { get; set; } = [];

    /// <summary>The type after `as`; null without one.</summary>
    public TypeSymbol? Body { get; set; }

    /// <summary>Whether some `extern` action returns it, by which it becomes an answer.</summary>
    public bool IsExternAnswer { get; set; }

    /// <summary>Whether only actions give rise to it.</summary>
    public bool IsAnswer => EventOrigin != EventOrigin.Ordinary || IsExternAnswer;
}
