namespace HerogiDsl;

/// <summary>A named value that a template may use: a session datum or a parameter.</summary>
/// <param name="Name">The name under which the template knows it.</param>
/// <param name="Value">The value.</param>
public readonly record struct TemplateValue(string Name, object? Value);
