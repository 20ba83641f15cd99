using HerogiDsl.Cli.Output;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Tests.Output;

/// <summary>The lines for those who are no terminal.</summary>
public sealed class LineTests
{
    [Theory]
    [InlineData(DiagnosticSeverity.Error, null, "a.herogi(2,3): error HRG1001: no")]
    [InlineData(DiagnosticSeverity.Error, "", "a.herogi(2,3): error HRG1001: no")]
    [InlineData(DiagnosticSeverity.Warning, "try 'b'", "a.herogi(2,3): warning HRG1001: no; try 'b'")]
    [InlineData(DiagnosticSeverity.Info, "try\r\nthis\nway", "a.herogi(2,3): info HRG1001: no; try this way")]
    public void ADiagnosticIsOneLine(DiagnosticSeverity severity, string? hint, string line)
    {
        var text = new SourceText("a.herogi", "a\n  b");
        var descriptor = new DiagnosticDescriptor("HRG1001", "Unknown", severity);

        var diagnostic = new Diagnostic(descriptor, text.Locate(new TextSpan(4, 1)), "no") { Hint = hint };

        Assert.Equal(line, DiagnosticFormatter.Line(diagnostic));
    }

    [Theory]
    [InlineData(0, 0, 1, "1 file, no mistakes")]
    [InlineData(0, 0, 3, "3 files, no mistakes")]
    [InlineData(1, 0, 3, "1 error in 3 files")]
    [InlineData(2, 1, 1, "2 errors, 1 warning in 1 file")]
    [InlineData(0, 12, 2, "12 warnings in 2 files")]
    public void TheSummaryCountsErrorsWarningsAndFiles(int errors, int warnings, int files, string line)
    {
        var diagnostics = Enumerable.Repeat(Make(DiagnosticSeverity.Error), errors)
            .Concat(Enumerable.Repeat(Make(DiagnosticSeverity.Warning), warnings));

        Assert.Equal(line, Summary.Of([.. diagnostics], files));
    }

    private static Diagnostic Make(DiagnosticSeverity severity) => new(
        new DiagnosticDescriptor("HRG1001", "Unknown", severity),
        new SourceText("a.herogi", "a").Locate(new TextSpan(0, 1)),
        "no");
}
