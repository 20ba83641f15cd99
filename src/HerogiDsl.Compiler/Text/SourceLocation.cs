namespace HerogiDsl.Compiler.Text;

/// <summary>A place in a file, as a plain value that outlives the text.</summary>
/// <param name="Path">The path as diagnostics show it.</param>
/// <param name="Span">The stretch of the text.</param>
/// <param name="Start">Where it begins, counted from 0.</param>
/// <param name="End">Where it ends, counted from 0.</param>
public sealed record SourceLocation(string Path, TextSpan Span, LinePosition Start, LinePosition End);
