using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>The declarations of one kind, by namespace and name.</summary>
internal sealed class SymbolTable<T>
    where T : class
{
    private readonly Dictionary<(string Namespace, string Name), T> _symbols = [];
    private Dictionary<string, string>? _namespaces;

    public IEnumerable<T> All => _symbols.Values;

    public bool TryAdd(string @namespace, string name, T symbol)
    {
        if (_symbols.ContainsKey((@namespace, name)))
            return false;
        _symbols.Add((@namespace, name), symbol);
        _namespaces = null;
        return true;
    }

    /// <summary>What a simple or qualified name means in a file; null where nothing of that name is in sight.</summary>
    public T? Find(string name, DeclarationOrigin origin)
    {
        var point = name.LastIndexOf('.');
        var qualifier = point < 0 ? "" : name.Substring(0, point);
        var simple = name.Substring(point + 1);
        foreach (var @namespace in InSight(origin))
        {
            var full = qualifier.Length == 0 ? @namespace : @namespace.Length == 0 ? qualifier : @namespace + "." + qualifier;
            if (_symbols.TryGetValue((full, simple), out var symbol))
                return symbol;
        }

        return qualifier.Length > 0 && _symbols.TryGetValue((qualifier, simple), out var qualified) ? qualified : null;
    }

    /// <summary>The namespace in which a name is declared out of sight; null where it is nowhere.</summary>
    public string? FindNamespaceOf(string name)
    {
        _namespaces ??= _symbols.Keys.GroupBy(key => key.Name, StringComparer.Ordinal)
            .ToDictionary(named => named.Key, named => named.First().Namespace, StringComparer.Ordinal);
        return _namespaces.TryGetValue(name, out var found) ? found : null;
    }

    public IReadOnlyCollection<string> NamesInSight(DeclarationOrigin origin)
    {
        var visible = InSight(origin).ToArray();
        return [.. _symbols.Keys.Where(key => visible.Contains(key.Namespace)).Select(key => key.Name).Distinct()];
    }

    // The file's namespace, those around it, and those it uses.
    private static IEnumerable<string> InSight(DeclarationOrigin origin)
    {
        for (var @namespace = origin.Namespace; ; @namespace = Parent(@namespace))
        {
            yield return @namespace;
            if (@namespace.Length == 0)
                break;
        }

        foreach (var used in origin.Usings)
            yield return used;
    }

    private static string Parent(string @namespace)
    {
        var point = @namespace.LastIndexOf('.');
        return point < 0 ? "" : @namespace.Substring(0, point);
    }
}
