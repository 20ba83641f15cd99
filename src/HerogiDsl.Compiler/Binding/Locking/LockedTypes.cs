using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Locking;

/// <summary>The types of locked session data, for `migrate`: those of this build where they have kept their shape.</summary>
internal sealed class LockedTypes(LockedShapes shapes)
{
    private const string Namespace = "HerogiDsl.Locked";

    private readonly Dictionary<string, RecordSymbol> _records = new(StringComparer.Ordinal);

    public LockedShapes Shapes => shapes;

    /// <summary>The records that this build does not have any more in the shape in which some `migrate` reads them.</summary>
    public IEnumerable<RecordSymbol> Records => _records.Values;

    public TypeSymbol Resolve(LockedTypeName name) => name switch
    {
        LockedNullable nullable => Resolve(nullable.Inner).ToNullable(),
        LockedList list => new ListType(Resolve(list.Element)),
        LockedMap map => new MapType(Resolve(map.Element)),
        LockedNamed named => BuiltInTypes.Find(named.Name) ?? ResolveNamed(named),
        _ => BuiltInTypes.Json,
    };

    private TypeSymbol ResolveNamed(LockedNamed named)
    {
        if (shapes.File.FindType(named.Name) is not { } type)
            return BuiltInTypes.Json;
        if (shapes.HasSameShape(named) && shapes.Find(type) is { } now)
            return now;
        // A value that is gone has no name any more: its text is left.
        if (type.Kind == LockedTypeKind.Enum)
            return BuiltInTypes.String;
        return type.Origin.Length > 0 ? BuiltInTypes.Json : ResolveRecord(type);
    }

    private RecordSymbol ResolveRecord(LockedType type)
    {
        if (_records.TryGetValue(type.FullName, out var known))
            return known;
        var syntax = new RecordSyntax(new Identifier(type.Name, default), [], null, default, default);
        var @namespace = type.Namespace.Length == 0 ? Namespace : Namespace + "." + type.Namespace;
        var record = new RecordSymbol(syntax, new DeclarationOrigin(new SourceText("", ""), @namespace, []));
        _records.Add(type.FullName, record);
        record.Fields = [.. type.Fields.Select(field => new FieldSymbol(field.Name, field.JsonName, Resolve(field.Type), null))];
        return record;
    }
}
