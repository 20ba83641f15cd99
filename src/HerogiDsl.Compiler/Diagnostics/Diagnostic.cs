using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>One mistake, told once: what is wrong here, where, and the way out.</summary>
/// <param name="Descriptor">The id and what goes with it.</param>
/// <param name="Location">The place of the name or piece that is wrong.</param>
/// <param name="Message">What is wrong here, in one line.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceLocation Location, string Message)
{
    /// <summary>The way out, where one can be named.</summary>
    public string? Hint { get; init; }

    /// <summary>The other places that disagree with this one.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>The severity after configuration.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.DefaultSeverity;

    /// <summary>The same, told in an action that is checked for one <c>run</c> of it.</summary>
    internal Diagnostic InRun(string action, SourceLocation run) => this with
    {
        Message = $"{Message} (in 'run {action}')",
        Related = [.. Related, new RelatedLocation(run, $"'{action}' is run here")],
    };

    /// <summary>The id.</summary>
    public string Id => Descriptor.Id;
}
