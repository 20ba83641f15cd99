namespace HerogiDsl.Templates.Checking;

/// <summary>Everything that is checked of a template that Scriban can parse.</summary>
internal static class TemplateChecks
{
    public static IReadOnlyList<TemplateError> Run(ParsedTemplate template)
    {
        var errors = new List<TemplateError>();
        AssignmentCheck.Run(template, errors);
        var assigned = errors.ToArray();
        CallCheck.Run(template, errors);
        errors.RemoveAll(error =>
            error.Kind == TemplateErrorKind.Function && Array.Exists(assigned, known => known.Span.Equals(error.Span)));
        RawCheck.Run(template, errors);
        if (template.Place == TemplatePlace.Html)
        {
            HtmlScriptCheck.Run(template, errors);
        }

        if (template.Place == TemplatePlace.Json && new JsonCheck(template).Run() is { } broken)
        {
            errors.Add(broken);
        }

        return [.. errors.OrderBy(error => error.Span.Start)];
    }
}
