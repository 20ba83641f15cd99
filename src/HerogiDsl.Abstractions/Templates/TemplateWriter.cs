using HerogiDsl.Escaping;

namespace HerogiDsl;

/// <summary>
/// Writes a template that is text and holes alone, for generated code: its text as it stands, each hole's value escaped
/// for the place that the text goes to.
/// </summary>
/// <remarks>A writer lives from <see cref="Begin"/> to <see cref="End"/>, and is used again for the next text of its thread.</remarks>
public sealed class TemplateWriter
{
    [ThreadStatic]
    private static TemplateWriter? t_spare;

    private readonly TextBuffer _text = new();
    private readonly List<(int Start, int Offset)> _holes = [];
    private TemplateDefinition? _template;
    private PlaceRules _rules = PlaceRules.Plain;
    private bool _isLeftOut;

    private TemplateWriter()
    {
    }

    /// <summary>Begins the text of a template.</summary>
    /// <param name="template">The template, which says where the text goes and where a fault is told.</param>
    public static TemplateWriter Begin(TemplateDefinition template)
    {
        var writer = t_spare ?? new TemplateWriter();
        t_spare = null;
        writer._template = template;
        writer._rules = template.Rules;
        return writer;
    }

    /// <summary>Text of the template.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it begins in the template.</param>
    /// <exception cref="ScenarioFaultException">The text becomes too long.</exception>
    public void Text(string text, int at)
    {
        _text.Append(text);
        CheckLength(new Range(at, at));
    }

    /// <summary>A hole.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="at">Where its expression stands in the template.</param>
    /// <exception cref="ScenarioFaultException">The value cannot stand here.</exception>
    public void Hole(string? value, Range at)
    {
        if (value is null)
        {
            HoleOfNull(at);
            return;
        }

        if (_rules.Refuses(value))
            throw Fault(_rules.BreakInValue, at);
        Append(value, at);
    }

    /// <summary>A hole.</summary>
    /// <typeparam name="T">The type of a scalar of the language.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="at">Where its expression stands in the template.</param>
    /// <exception cref="ScenarioFaultException">The text becomes too long.</exception>
    public void Hole<T>(T value, Range at)
        where T : struct
    {
        Span<char> text = stackalloc char[ScalarForm.Longest];
        Append(text[..ScalarForm.Write(value, text)], at);
    }

    /// <summary>A hole.</summary>
    /// <typeparam name="T">The type of a scalar of the language.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="at">Where its expression stands in the template.</param>
    /// <exception cref="ScenarioFaultException">The place needs a value, or the text becomes too long.</exception>
    public void Hole<T>(T? value, Range at)
        where T : struct
    {
        if (value is { } present)
            Hole(present, at);
        else
            HoleOfNull(at);
    }

    /// <summary>A hole that is a whole value of JSON.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="at">Where its expression stands in the template.</param>
    /// <exception cref="ScenarioFaultException">The text becomes too long.</exception>
    public void JsonHole(string? value, Range at)
    {
        if (value is null)
            _text.Append("null");
        else
            JsonText.AppendQuoted(_text, value);
        CheckLength(at);
    }

    /// <summary>A hole that is a whole value of JSON.</summary>
    /// <typeparam name="T">The type of a scalar of the language.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="at">Where its expression stands in the template.</param>
    /// <exception cref="ScenarioFaultException">The text becomes too long.</exception>
    public void JsonHole<T>(T value, Range at)
        where T : struct
    {
        Span<char> text = stackalloc char[ScalarForm.Longest];
        var written = text[..ScalarForm.Write(value, text)];
        if (ScalarForm.IsBare<T>())
            _text.Append(written);
        else
            JsonText.AppendQuoted(_text, written);
        CheckLength(at);
    }

    /// <summary>A hole that is a whole value of JSON.</summary>
    /// <typeparam name="T">The type of a scalar of the language.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="at">Where its expression stands in the template.</param>
    /// <exception cref="ScenarioFaultException">The text becomes too long.</exception>
    public void JsonHole<T>(T? value, Range at)
        where T : struct
    {
        if (value is { } present)
            JsonHole(present, at);
        else
            JsonHole(null, at);
    }

    /// <summary>The whole text.</summary>
    /// <exception cref="ScenarioFaultException">It cannot stand in its place.</exception>
    public string End()
    {
        if (_rules.MustNotBeEmpty && _text.Written.IsWhiteSpace())
            throw Fault(PlaceRules.EmptyKey, default);
        if (_rules.HasSegments && PathSegments.FindClimber(_text.Written, _holes) is var offset and >= 0)
            throw Fault(PathSegments.Fault, new Range(offset, offset));
        var text = _text.ToString();
        Leave();
        return text;
    }

    /// <summary>The whole text of a query or form parameter that is one hole; null where it is left out.</summary>
    public string? EndOptional()
    {
        if (!_isLeftOut)
            return End();
        Leave();
        return null;
    }

    private void Append(ReadOnlySpan<char> value, Range at)
    {
        if (_rules.HasSegments)
            _holes.Add((_text.Length, at.Start.Value));
        _rules.Append(_text, value);
        CheckLength(at);
    }

    private void HoleOfNull(Range at)
    {
        if (_rules.NeedsValue)
            throw Fault(_rules.NullFault(_template?.Text ?? "", at.Start.Value, at.End.Value), at);
        _isLeftOut = _rules.LeavesOut;
        CheckLength(at);
    }

    private void CheckLength(Range at)
    {
        if (_text.Length > PlaceRules.MaxLength)
            throw Fault(PlaceRules.TooLong, at);
    }

    private ScenarioFaultException Fault(string message, Range at) => _template is { } template
        ? new ScenarioFaultException(message, template.Locate(at.Start.Value))
        : new ScenarioFaultException(message);

    // One that a fault has left in the middle of a text is not used again.
    private void Leave()
    {
        _text.Clear();
        _holes.Clear();
        _template = null;
        _isLeftOut = false;
        t_spare = this;
    }
}
