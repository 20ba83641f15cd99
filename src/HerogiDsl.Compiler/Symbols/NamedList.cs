namespace HerogiDsl.Compiler.Symbols;

/// <summary>Symbols in the order written, which are found by their names without looking through them.</summary>
internal sealed class NamedList<T>
    where T : class
{
    private readonly Func<T, string> _nameOf;
    private Dictionary<string, T>? _byName;

    public NamedList(IReadOnlyList<T> all, Func<T, string> nameOf)
    {
        All = all;
        _nameOf = nameOf;
    }

    public static NamedList<T> Empty { get; } = new([], static _ => "");

    public IReadOnlyList<T> All { get; }

    /// <summary>The first of that name.</summary>
    public T? Find(string name) => (_byName ??= Index()).TryGetValue(name, out var found) ? found : null;

    private Dictionary<string, T> Index()
    {
        var byName = new Dictionary<string, T>(All.Count, StringComparer.Ordinal);
        foreach (var each in All)
        {
            if (!byName.ContainsKey(_nameOf(each)))
                byName.Add(_nameOf(each), each);
        }

        return byName;
    }
}
