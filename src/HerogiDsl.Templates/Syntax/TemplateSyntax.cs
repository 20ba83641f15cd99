namespace HerogiDsl.Templates.Syntax;

/// <summary>What the nodes and the expressions of a template have in common.</summary>
/// <param name="Span">Where it stands in the template's text.</param>
public abstract record TemplateSyntax(TemplateSpan Span)
{
    /// <summary>The nodes and expressions directly below this one, in the order they are written.</summary>
    public abstract IEnumerable<TemplateSyntax> Children { get; }

    /// <summary>This, and everything below it, in the order it is written.</summary>
    /// <returns>The whole subtree.</returns>
    public IEnumerable<TemplateSyntax> DescendantsAndSelf()
    {
        var waiting = new Stack<TemplateSyntax>();
        waiting.Push(this);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            yield return next;
            foreach (var child in next.Children.Reverse())
            {
                waiting.Push(child);
            }
        }
    }
}
