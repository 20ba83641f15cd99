using System.Globalization;
using HerogiDsl.Cli.Projects;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Text;
using Spectre.Console;

namespace HerogiDsl.Cli.Output;

// crm.herogi(12,30): error HRG1001: scenario 'CrmOnboarding' has no state 'Registred'
//    12 |     on Saved when event.ok -> Registred
//       |                               ^^^^^^^^^
//       = did you mean 'Registered'?
/// <summary>Shows diagnostics to somebody who sits before a terminal.</summary>
internal static class ExcerptPrinter
{
    private const int NumberWidth = 5;

    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    public static void Print(IEnumerable<Diagnostic> diagnostics, HerogiProject project, IAnsiConsole console)
    {
        foreach (var diagnostic in diagnostics)
            Print(diagnostic, project, console);
    }

    private static void Print(Diagnostic diagnostic, HerogiProject project, IAnsiConsole console)
    {
        var style = StyleOf(diagnostic.Severity);
        var title = new Paragraph()
            .Append(Place(diagnostic.Location) + ": ")
            .Append($"{DiagnosticFormatter.Word(diagnostic.Severity)} {diagnostic.Id}", style)
            .Append(": ")
            .Append(Excerpt.Printable(diagnostic.Message), Strong);
        console.Write(title);
        console.WriteLine();
        var gutter = Draw(diagnostic.Location, style, project, console);
        var sign = "= ";
        foreach (var line in WordWrap.Lines(Excerpt.Printable(diagnostic.Hint ?? ""), Room(gutter, console)))
        {
            console.WriteLine(gutter + sign + line);
            sign = "  ";
        }

        foreach (var related in diagnostic.Related)
        {
            console.WriteLine($"{Place(related.Location)}: {Excerpt.Printable(related.Message)}");
            Draw(related.Location, Quiet, project, console);
        }

        console.WriteLine();
    }

    // Gives the margin that stands before what belongs to the excerpt.
    private static string Draw(SourceLocation at, Style style, HerogiProject project, IAnsiConsole console)
    {
        if (project.Find(at.Path) is not { } text)
            return "    ";
        var gutter = new string(' ', NumberWidth + 1);
        Draw(at.Start.Line, Excerpt.Of(text, at, Room(gutter, console)), style, console);
        if (Excerpt.EndOf(text, at, Room(gutter, console)) is { } end)
        {
            if (at.End.Line > at.Start.Line + 1)
                console.WriteLine($"{new string(' ', NumberWidth - 1)}… |", Quiet);
            Draw(at.End.Line, end, style, console);
        }

        return gutter;
    }

    private static void Draw(int line, Excerpt excerpt, Style style, IAnsiConsole console)
    {
        console.Write($"{(line + 1).ToString(CultureInfo.InvariantCulture),NumberWidth} | ", Quiet);
        console.WriteLine(excerpt.Line);
        console.Write($"{new string(' ', NumberWidth)} | ", Quiet);
        console.Write(new string(' ', excerpt.CaretColumn));
        console.WriteLine(new string('^', excerpt.CaretCount), style);
    }

    private static int Room(string gutter, IAnsiConsole console) => console.Profile.Width - gutter.Length - 3;

    private static string Place(SourceLocation at) => string.Create(
        CultureInfo.InvariantCulture, $"{at.Path}({at.Start.Line + 1},{at.Start.Column + 1})");

    private static Style StyleOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => new Style(Color.Red, decoration: Decoration.Bold),
        DiagnosticSeverity.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ => new Style(Color.Blue),
    };
}
