using System.Text;
using HerogiDsl.Templates.Escaping;
using HerogiDsl.Templates.Json;
using Scriban.Parsing;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Rendering;

/// <summary>Takes a template's text as it stands, and each hole's value escaped for the place.</summary>
internal sealed class TemplateOutput(TemplatePlace place, string template) : IScriptOutput
{
    /// <summary>1 MiB.</summary>
    public const int MaxLength = 1024 * 1024;

    private readonly StringBuilder text = new();
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
        if (IsOneLine && LineText.IndexOfBreak(whole) >= 0)
        {
            throw new TemplateFaultException("a line break cannot stand in " + NameOf(place), end);
        }

        if (place == TemplatePlace.Key && string.IsNullOrWhiteSpace(whole))
        {
            throw new TemplateFaultException("the key is empty", 0);
        }

        if (place is TemplatePlace.Path or TemplatePlace.Url)
        {
            PathSegments.Check(whole, holes);
        }

        return whole;
    }

    private bool IsOneLine =>
        place is TemplatePlace.Header or TemplatePlace.Key or TemplatePlace.Subject or TemplatePlace.Address;

    private bool NeedsValue => place is TemplatePlace.Path or TemplatePlace.Url or TemplatePlace.Header or TemplatePlace.Key
        or TemplatePlace.Address;

    private static string NameOf(TemplatePlace place) => place switch
    {
        TemplatePlace.Header => "a header",
        TemplatePlace.Key => "a key",
        TemplatePlace.Subject => "a subject",
        TemplatePlace.Address => "an address",
        TemplatePlace.Url => "a url",
        _ => "a path",
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
        if (json.Mode is JsonMode.Key or JsonMode.KeyOrEnd && text[start] != '"')
        {
            throw new TemplateFaultException("a member's name must be a string");
        }

        json = json.AfterValue();
    }

    private void WriteText(object? value, SourceSpan span, RenderContext context)
    {
        var isMissing = value is null or Nothing;
        if (isMissing && NeedsValue)
        {
            throw new TemplateFaultException("'" + Written(span) + "' is null, and " + NameOf(place) + " needs a value");
        }

        IsLeftOut = isMissing && (place is TemplatePlace.Query or TemplatePlace.Form);
        var written = isMissing ? "" : context.Text(value);
        switch (place)
        {
            case TemplatePlace.Path or TemplatePlace.Query or TemplatePlace.Form:
                PercentText.Append(text, written);
                break;
            case TemplatePlace.Url when text.Length > 0:
                PercentText.Append(text, written);
                break;
            case TemplatePlace.Html:
                HtmlText.Append(text, written);
                break;
            default:
                CheckLine(written);
                text.Append(written);
                break;
        }
    }

    private string Written(SourceSpan span)
    {
        var start = Math.Clamp(span.Start.Offset, 0, template.Length);
        return template[start..Math.Clamp(span.End.Offset + 1, start, Math.Min(template.Length, start + 80))];
    }

    private void CheckLine(string written)
    {
        if (IsOneLine && LineText.IndexOfBreak(written) >= 0)
        {
            throw new TemplateFaultException("the value has a line break, which cannot stand in " + NameOf(place));
        }
    }

    private void CheckLength(int offset)
    {
        if (text.Length > MaxLength)
        {
            throw new TemplateFaultException("the text is longer than 1 MiB", offset);
        }
    }
}
