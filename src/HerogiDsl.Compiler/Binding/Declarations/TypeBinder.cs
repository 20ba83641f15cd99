using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>Binds types as they are written.</summary>
internal sealed class TypeBinder(DeclarationTable table, SkippedWords skipped, Usage usage, DiagnosticBag diagnostics)
{
    public Usage Usage => usage;

    public TypeSymbol Bind(TypeSyntax syntax, DeclarationOrigin origin) => syntax switch
    {
        NullableTypeSyntax nullable => Bind(nullable.Inner, origin).ToNullable(),
        ArrayTypeSyntax array => BindInner(array.Element, origin, element => new ListType(element)),
        MapTypeSyntax map => BindInner(map.Element, origin, element => new MapType(element)),
        NamedTypeSyntax named => BindNamed(named, origin),
        SkippedTypeSyntax => BuiltInTypes.Error,
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    private TypeSymbol BindInner(TypeSyntax syntax, DeclarationOrigin origin, Func<TypeSymbol, TypeSymbol> compose)
    {
        var element = Bind(syntax, origin);
        return element.IsError ? element : compose(element);
    }

    private TypeSymbol BindNamed(NamedTypeSyntax syntax, DeclarationOrigin origin)
    {
        var name = syntax.Name.Text;
        if (BuiltInTypes.Find(name) is { } builtIn)
            return builtIn;
        if (table.Types.Find(name, origin) is { } type)
        {
            usage.Mention(type);
            return type;
        }

        var at = origin.Text.Locate(syntax.Span);
        if (!syntax.Name.Parts.Any(part =>
            skipped.MayDeclare(part.Text, "event") || skipped.Excuses(part.Text, at, null, "record", "enum")))
            diagnostics.Report(Unknown(syntax, name, origin));
        return BuiltInTypes.Error;
    }

    private Diagnostic Unknown(NamedTypeSyntax syntax, string name, DeclarationOrigin origin)
    {
        var at = origin.Text.Locate(syntax.Span);
        if (table.Types.FindNamespaceOf(name) is { } elsewhere)
            return NameDiagnostics.NotInSight(DiagnosticDescriptors.UnknownType, at, "type", name, elsewhere);
        return NameDiagnostics.UnknownType(
            at,
            name,
            [.. BuiltInTypes.All.Select(type => type.Name), "map", .. table.Types.NamesInSight(origin)]);
    }
}
