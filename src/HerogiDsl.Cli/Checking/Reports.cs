using HerogiDsl.Cli.Output;
using HerogiDsl.Compiler.Diagnostics;
using Spectre.Console;

namespace HerogiDsl.Cli.Checking;

/// <summary>The ways in which a result is written.</summary>
internal static class Reports
{
    public const string Text = "text";

    public static IReadOnlyList<string> Formats { get; } = [Text, "json", "sarif"];

    /// <summary>The way of that name; null where there is none.</summary>
    public static Action<CheckResult, TextWriter>? Of(string format) => format switch
    {
        Text => WriteText,
        "json" => JsonReport.Write,
        "sarif" => SarifReport.Write,
        _ => null,
    };

    /// <summary>Excerpts for somebody who looks, otherwise the lines of a build.</summary>
    public static void WriteText(CheckResult result, TextWriter output)
    {
        if (Terminal.IsOne())
        {
            ExcerptPrinter.Print(result.Diagnostics, result.Project, AnsiConsole.Console);
            return;
        }

        foreach (var diagnostic in result.Diagnostics)
            output.WriteLine(DiagnosticFormatter.Line(diagnostic));
    }
}
