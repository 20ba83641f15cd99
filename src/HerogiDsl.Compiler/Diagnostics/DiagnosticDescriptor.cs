namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>What all diagnostics of one id share.</summary>
/// <param name="Id">The id, <c>HRG</c> and four digits; never used for anything else.</param>
/// <param name="Title">What it refuses or warns of, in general.</param>
/// <param name="DefaultSeverity">Its severity unless configured; an error cannot be configured.</param>
public sealed record DiagnosticDescriptor(string Id, string Title, DiagnosticSeverity DefaultSeverity)
{
    /// <summary>Where its page is.</summary>
    public string HelpLink => $"https://github.com/herogi/herogi-dsl/blob/main/docs/diagnostics/{Id}.md";
}
