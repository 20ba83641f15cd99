using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Diagnostics;

/// <summary>A second place that a diagnostic speaks of.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What stands there.</param>
public sealed record RelatedLocation(SourceLocation Location, string Message);
