using System.Globalization;

namespace HerogiDsl.Compiler.CSharp;

/// <summary>Names that are taken, where very many may want the same one: each goes on where the last number was.</summary>
internal sealed class NumberedNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _next;

    public NumberedNames(params string[] taken)
    {
        _taken = new HashSet<string>(taken, StringComparer.Ordinal);
        _next = new Dictionary<string, int>(StringComparer.Ordinal);
    }

    /// <summary>The same names and <paramref name="more"/>, to go on with apart.</summary>
    public NumberedNames(NumberedNames others, IEnumerable<string> more)
    {
        _taken = new HashSet<string>(others._taken, StringComparer.Ordinal);
        _taken.UnionWith(more);
        _next = new Dictionary<string, int>(others._next, StringComparer.Ordinal);
    }

    /// <summary>A name that is not taken yet, with a number where needed; it is from now on.</summary>
    public string Take(string name)
    {
        if (_taken.Add(name))
            return name;
        _next.TryGetValue(name, out var number);
        for (number = Math.Max(number, 2); ; number++)
        {
            var numbered = name + number.ToString(CultureInfo.InvariantCulture);
            if (!_taken.Add(numbered))
                continue;
            _next[name] = number + 1;
            return numbered;
        }
    }
}
