using System.Collections;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>A list of the scenario's as Scriban sees it; it cannot be changed.</summary>
internal sealed class TemplateList : ScriptArray
{
    public TemplateList(object source, IEnumerable items, RenderContext context)
        : base(Seen(items, context))
    {
        Source = source;
        IsReadOnly = true;
    }

    /// <summary>The list itself.</summary>
    public object Source { get; }

    /// <summary>Whether an index out of range gives null: so it is in JSON, and not in a typed list.</summary>
    public bool IsLenient => Source is not IEnumerable;

    public override string ToString() => "a list";

    private static IEnumerable<object?> Seen(IEnumerable items, RenderContext context)
    {
        foreach (var item in items)
        {
            yield return context.See(item);
        }
    }
}
