using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>Whether a stretch of a file has text that could not be read: what it lacks may stand there.</summary>
internal static class SyntaxFaults
{
    public static bool AreIn(SourceText text, TextSpan span, BinderEnvironment environment) =>
        environment.SyntaxFaults.Any(at =>
            at.Path == text.Path && at.Span.Start >= span.Start && at.Span.Start <= span.End);

    /// <summary>Whether a string was not meant to end where it does: it is open, or text follows that makes no sense.</summary>
    public static bool AreAtEdgesOf(SourceText text, TextSpan literal, BinderEnvironment environment) =>
        environment.SyntaxFaults.Any(at =>
            at.Path == text.Path && (at.Span.Start == literal.Start || at.Span.Start == literal.End));
}
