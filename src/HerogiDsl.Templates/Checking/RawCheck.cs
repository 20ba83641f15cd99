using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>Warns of <c>raw</c> where escaping is what protects the receiver.</summary>
internal static class RawCheck
{
    public static void Run(ParsedTemplate template, List<TemplateError> errors)
    {
        var place = template.Place switch
        {
            TemplatePlace.Json => "a json body",
            TemplatePlace.Html => "html",
            TemplatePlace.Path => "a path",
            TemplatePlace.Query => "a query",
            TemplatePlace.Header => "a header",
            _ => null,
        };
        if (place is null)
        {
            return;
        }

        errors.AddRange(template.All().OfType<CallExpr>()
            .Where(call => call.Function == "raw")
            .Select(call => new TemplateError(
                TemplateErrorKind.RawInPlace,
                call.FunctionSpan,
                "'raw' puts the value into " + place + " as it is: whoever sends the data decides what is sent",
                "leave 'raw' out, and the value is escaped")));
    }
}
