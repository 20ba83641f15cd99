using HerogiDsl.Templates.Rendering;
using Scriban;

namespace HerogiDsl.Templates;

/// <summary>A template that is ready to be rendered, by any number of threads at once.</summary>
public sealed class CompiledTemplate
{
    [ThreadStatic]
    private static Stack<RenderContext>? pool;

    private readonly Template? script;

    private CompiledTemplate(ParsedTemplate parsed, Template? script)
    {
        Parsed = parsed;
        this.script = script;
    }

    /// <summary>The template's text.</summary>
    public string Text => Parsed.Text;

    /// <summary>Where the template's text goes.</summary>
    public TemplatePlace Place => Parsed.Place;

    /// <summary>Whether the template is one hole and nothing else.</summary>
    public bool IsSingleHole => Parsed.IsSingleHole;

    private ParsedTemplate Parsed { get; }

    /// <summary>Makes a template ready.</summary>
    /// <param name="text">The template's text.</param>
    /// <param name="place">Where its text goes.</param>
    /// <returns>The template.</returns>
    /// <exception cref="TemplateFaultException">The text is no template.</exception>
    public static CompiledTemplate Compile(string text, TemplatePlace place)
    {
        // The place is checked while rendering; only what cannot be rendered at all is refused here.
        var parsed = TemplateParser.Parse(text, place == TemplatePlace.Json ? TemplatePlace.Text : place);
        var error = parsed.Errors.FirstOrDefault(
            error => error.Kind is TemplateErrorKind.Syntax or TemplateErrorKind.Function);
        if (error is not null)
        {
            throw new TemplateFaultException(error.Message, error.Span.Start);
        }

        var ready = new ParsedTemplate(text, place, parsed.Nodes, parsed.LocalNames, []);
        if (text.Length == 0)
        {
            return new CompiledTemplate(ready, null);
        }

        var template = Template.Parse(text);
        if (template.Page is { } page)
        {
            Preparation.Prepare(page);
        }

        return new CompiledTemplate(ready, template);
    }

    /// <summary>Renders the template.</summary>
    /// <param name="scope">What is in scope.</param>
    /// <returns>The text, escaped for its place.</returns>
    /// <exception cref="TemplateFaultException">The template cannot be rendered with these values.</exception>
    public string Render(TemplateScope scope) => RenderOptional(scope) ?? "";

    /// <summary>Renders the template of a query or form parameter.</summary>
    /// <param name="scope">What is in scope.</param>
    /// <returns>The text; null where the parameter is left out, because the template is one hole whose value is null.</returns>
    /// <exception cref="TemplateFaultException">The template cannot be rendered with these values.</exception>
    public string? RenderOptional(TemplateScope scope)
    {
        var output = new TemplateOutput(Place, Text);
        var contexts = pool ??= new Stack<RenderContext>();
        var context = contexts.Count > 0 ? contexts.Pop() : new RenderContext();
        try
        {
            context.Enter(scope, output);

            // Scriban counts anew with each render; what it gives back is our output's name.
            script?.Render(context);

            // A context that a fault has left in the middle of something is not used again.
            context.Leave();
            contexts.Push(context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw Faults.From(exception);
        }

        return output.IsLeftOut && IsSingleHole ? null : output.Finish();
    }
}
