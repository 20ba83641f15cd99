using HerogiDsl.Escaping;
using HerogiDsl.Templates.Json;
using Scriban.Parsing;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>Takes a template's text as it stands, and each hole's value escaped for the place.</summary>
internal sealed class TemplateOutput(TemplatePlace place, string template) : IScriptOutput
{
    private readonly PlaceRules rules = RulesOf(place);
    private readonly TextBuffer text = new();
    private readonly List<(int Start, int Offset)> holes = [];
    private JsonState json = JsonState.Start;

    public int Length => text.Length;

    /// <summary>Whether the last hole was null in a place where a parameter is left out then.</summary>
    public bool IsLeftOut { get; private set; }

    public void Write(string written, int offset, int count)
    {
        var known = ReferenceEquals(written, template);
        WriteLiteral(written.AsSpan(offset, count), known ? offset : -1, known ? 1 : 0);
    }

    public ValueTask WriteAsync(string written, int offset, int count, CancellationToken cancellationToken)
    {
        Write(written, offset, count);
        return ValueTask.CompletedTask;
    }

    public void WriteHole(object? value, SourceSpan span, RenderContext context)
    {
        var offset = span.Start.Offset;
        try
        {
            holes.Add((text.Length, offset));
            if (value is RawText raw)
            {
                var written = context.Text(raw.Value);
                WriteLiteral(place == TemplatePlace.Json ? JsonText.Sound(written) : written, offset, 0);
            }
            else if (place == TemplatePlace.Json)
            {
                WriteJson(value, context);
            }
            else
            {
                WriteText(value, span, context);
            }
        }
        catch (TemplateFaultException fault) when (fault.Offset < 0)
        {
            throw new TemplateFaultException(fault.Message, offset, fault);
        }

        CheckLength(offset);
    }

    /// <summary>The whole text, once it is known to be right for the place.</summary>
    public string Finish()
    {
        var end = Math.Max(0, template.Length - 1);
        if (place == TemplatePlace.Json && !json.IsComplete)
        {
            throw new TemplateFaultException("the JSON is not complete at the end of the template", end);
        }

        var whole = text.ToString();
        if (rules.Refuses(whole))
        {
            throw new TemplateFaultException(rules.BreakInText, end);
        }

        if (rules.MustNotBeEmpty && string.IsNullOrWhiteSpace(whole))
        {
            throw new TemplateFaultException(PlaceRules.EmptyKey, 0);
        }

        if (rules.HasSegments && PathSegments.FindClimber(whole, holes) is var offset and >= 0)
        {
            throw new TemplateFaultException(PathSegments.Fault, offset);
        }

        return whole;
    }

    private static PlaceRules RulesOf(TemplatePlace place) => place switch
    {
        TemplatePlace.Json => PlaceRules.Json,
        TemplatePlace.Path => PlaceRules.Path,
        TemplatePlace.Query or TemplatePlace.Form => PlaceRules.Parameter,
        TemplatePlace.Url => PlaceRules.Url,
        TemplatePlace.Html => PlaceRules.Html,
        TemplatePlace.Header => PlaceRules.Header,
        TemplatePlace.Key => PlaceRules.Key,
        TemplatePlace.Subject => PlaceRules.Subject,
        TemplatePlace.Address => PlaceRules.Address,
        _ => PlaceRules.Plain,
    };

    private void WriteLiteral(ReadOnlySpan<char> written, int offset, int step)
    {
        if (place == TemplatePlace.Json)
        {
            for (var i = 0; i < written.Length; i++)
            {
                if (!JsonMachine.TryStep(ref json, written[i]))
                {
                    var at = offset < 0 ? -1 : offset + (i * step);
                    throw new TemplateFaultException("no well-formed JSON goes on with '" + written[i] + "' here", at);
                }
            }
        }

        text.Append(written);
        CheckLength(offset);
    }

    private void WriteJson(object? value, RenderContext context)
    {
        if (json.InString)
        {
            JsonText.Append(text, context.Text(value));
            return;
        }

        if (!json.TakesValue)
        {
            throw new TemplateFaultException("a value cannot stand here in JSON");
        }

        var start = text.Length;
        WholeJson.Append(text, value, context);
        if (json.Mode is JsonMode.Key or JsonMode.KeyOrEnd && text.Written[start] != '"')
        {
            throw new TemplateFaultException("a member's name must be a string");
        }

        json = json.AfterValue();
    }

    private void WriteText(object? value, SourceSpan span, RenderContext context)
    {
        var isMissing = value is null or Nothing;
        if (isMissing && rules.NeedsValue)
        {
            throw new TemplateFaultException(rules.NullFault(template, span.Start.Offset, span.End.Offset + 1));
        }

        IsLeftOut = isMissing && rules.LeavesOut;
        var written = isMissing ? "" : context.Text(value);
        if (rules.Refuses(written))
        {
            throw new TemplateFaultException(rules.BreakInValue);
        }

        // A url begins with all of one.
        if (place == TemplatePlace.Url && text.Length == 0)
        {
            text.Append(written);
        }
        else
        {
            rules.Append(text, written);
        }
    }

    private void CheckLength(int offset)
    {
        if (text.Length > PlaceRules.MaxLength)
        {
            throw new TemplateFaultException(PlaceRules.TooLong, offset);
        }
    }
}
