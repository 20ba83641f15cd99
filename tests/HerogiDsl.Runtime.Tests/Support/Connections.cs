namespace HerogiDsl.Runtime.Tests.Support;

/// <summary>Connections of tests.</summary>
internal static class Connections
{
    /// <summary>The default's causes, without the default's waits.</summary>
    public static RetryDefinition Quick { get; } = RetryDefinition.Default with { Every = TimeSpan.FromMilliseconds(2) };

    public static HttpConnectionDefinition Http(string url, RetryDefinition? retry = null) => new()
    {
        Name = "Api",
        Position = new SourcePosition("test.herogi", 1, 1),
        Url = Template(TemplateUse.Url, url),
        Retry = retry ?? Quick,
    };

    public static SmtpConnectionDefinition Mail(string url, RetryDefinition? retry = null) => new()
    {
        Name = "Post",
        Position = new SourcePosition("test.herogi", 2, 1),
        Url = Template(TemplateUse.Url, url),
        Retry = retry ?? Quick,
    };

    public static TemplateDefinition Template(TemplateUse use, string text) =>
        new(use, text, new SourcePosition("test.herogi", 1, 5), 0);
}
