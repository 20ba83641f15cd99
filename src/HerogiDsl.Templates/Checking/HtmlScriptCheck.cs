using HerogiDsl.Templates.Syntax;

namespace HerogiDsl.Templates.Checking;

/// <summary>Warns of holes in scripts and event attributes, where escaping for HTML protects nobody.</summary>
internal static class HtmlScriptCheck
{
    public static void Run(ParsedTemplate template, List<TemplateError> errors)
    {
        var scanner = new HtmlScanner();
        foreach (var syntax in template.All())
        {
            switch (syntax)
            {
                case TextNode text:
                    scanner.Read(text.Text);
                    break;
                case HoleNode hole when scanner.InScript:
                    errors.Add(Warning(hole, "a script"));
                    break;
                case HoleNode hole when scanner.InEventAttribute:
                    errors.Add(Warning(hole, "the event attribute '" + scanner.Attribute + "'"));
                    break;
                default:
                    break;
            }
        }
    }

    private static TemplateError Warning(HoleNode hole, string where) => new(
        TemplateErrorKind.ScriptHole,
        hole.Span,
        "this hole stands in " + where + ", where escaping for html does not keep data from being run",
        "put the value into a 'data-' attribute, and read it from there");
}
