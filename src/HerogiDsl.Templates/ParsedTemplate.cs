using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates;

/// <summary>A template as it was understood when the project is built.</summary>
public sealed class ParsedTemplate
{
    internal ParsedTemplate(
        string text,
        TemplatePlace place,
        IReadOnlyList<TemplateNode> nodes,
        IReadOnlyCollection<string> localNames,
        IReadOnlyList<TemplateError> errors)
    {
        Text = text;
        Place = place;
        Nodes = nodes;
        LocalNames = localNames;
        Errors = errors;
    }

    /// <summary>The template's text.</summary>
    public string Text { get; }

    /// <summary>Where the template's text goes.</summary>
    public TemplatePlace Place { get; }

    /// <summary>The template's statements; empty when the text cannot be parsed.</summary>
    public IReadOnlyList<TemplateNode> Nodes { get; }

    /// <summary>The names that the template itself gives: assigned, captured, of loops, functions and parameters.</summary>
    public IReadOnlyCollection<string> LocalNames { get; }

    /// <summary>What is wrong with it, in the order of the text.</summary>
    public IReadOnlyList<TemplateError> Errors { get; }

    /// <summary>Whether the template is one hole and nothing else.</summary>
    public bool IsSingleHole => Nodes.Count == 1 && Nodes[0] is HoleNode;

    /// <summary>The literal text before the first hole or statement.</summary>
    public string LeadingText => string.Concat(Nodes.TakeWhile(node => node is TextNode).Select(node => ((TextNode)node).Text));

    /// <summary>Everything in the template, in the order it is written.</summary>
    /// <returns>The nodes and the expressions.</returns>
    public IEnumerable<TemplateSyntax> All() => Nodes.SelectMany(node => node.DescendantsAndSelf());
}
