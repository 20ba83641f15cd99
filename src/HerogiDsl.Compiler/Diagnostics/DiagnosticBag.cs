using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>Collects what the stages report.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _diagnostics = [];

    public int ErrorCount { get; private set; }

    public int Count => _diagnostics.Count;

    /// <summary>What was reported since there were <paramref name="count"/>.</summary>
    public ImmutableArray<Diagnostic> Since(int count) =>
        count == _diagnostics.Count ? [] : [.. _diagnostics.Skip(count)];

    public void Report(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        if (diagnostic.Severity == DiagnosticSeverity.Error)
            ErrorCount++;
    }

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Report(diagnostic);
    }

    // Two ways to the same mistake (an action that runs twice, a template used twice) tell it once.
    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.Count == 0 ? [] :
    [
        .. _diagnostics
            .GroupBy(diagnostic => (diagnostic.Id, diagnostic.Location.Path, diagnostic.Location.Span.Start))
            .Select(group => group.First())
            .OrderBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Span.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
    ];
}
