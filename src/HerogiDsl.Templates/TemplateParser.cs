using HerogiDsl.Templates.Checking;
using HerogiDsl.Templates.Parsing;

namespace HerogiDsl.Templates;

/// <summary>Understands and checks templates when the project is built.</summary>
public static class TemplateParser
{
    /// <summary>Parses and checks a template; whatever the text, it never throws.</summary>
    /// <param name="text">The template's text.</param>
    /// <param name="place">Where its text goes.</param>
    /// <returns>The template with what is wrong with it.</returns>
    public static ParsedTemplate Parse(string text, TemplatePlace place)
    {
        try
        {
            var reading = ScribanReader.Read(text);
            var template = new ParsedTemplate(text, place, reading.Nodes, reading.LocalNames, []);
            var errors = reading.Error is { } error ? [error] : TemplateChecks.Run(template);
            return new ParsedTemplate(text, place, reading.Nodes, reading.LocalNames, errors);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Scriban's parser is not ours: what it throws on a text must not end the build.
            var span = new TemplateSpan(0, Math.Min(1, text.Length));
            var message = "the template cannot be parsed: " + exception.Message;
            var error = new TemplateError(TemplateErrorKind.Syntax, span, message, null);
            return new ParsedTemplate(text, place, [], [], [error]);
        }
    }
}
