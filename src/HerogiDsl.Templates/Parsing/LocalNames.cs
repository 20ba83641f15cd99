using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Parsing;

/// <summary>The names that a template gives by itself.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => names;

    public bool Contains(string name) => names.Contains(name);

    public void Add(string name)
    {
        if (name.Length > 0)
        {
            names.Add(name);
        }
    }

    public void AddTarget(TemplateExpr target)
    {
        if (target is NameExpr name)
        {
            Add(name.Name);
        }
    }
}
