using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>Whether a stretch of a file has text that could not be read: what it lacks may stand there.</summary>
internal static class SyntaxFaults
{
    public static bool AreIn(SourceText text, TextSpan span, BinderEnvironment environment) =>
        environment.SyntaxFaults.Any(at =>
            at.Path == text.Path && at.Span.Start >= span.Start && at.Span.Start <= span.End);
}
