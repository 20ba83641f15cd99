using HerogiDsl.Compiler.Diagnostics;
using Spectre.Console;

namespace HerogiDsl.Cli.Output;

/// <summary>The pages of the diagnostics, which the program has with it.</summary>
internal static class DiagnosticPage
{
    private const int Widest = 100;

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Code = new(Color.Aqua);

    public static IEnumerable<string> Ids => DiagnosticDescriptors.All.Select(descriptor => descriptor.Id)
        .Where(id => typeof(DiagnosticPage).Assembly.GetManifestResourceInfo(NameOf(id)) is not null);

    /// <summary>The page of an id, as it is written; null where there is none.</summary>
    public static string? Of(string id)
    {
        using var page = typeof(DiagnosticPage).Assembly.GetManifestResourceStream(NameOf(id));
        if (page is null)
            return null;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Shows a page without the marks of Markdown.</summary>
    public static void Print(string page, IAnsiConsole console)
    {
        var isCode = false;
        var paragraph = new List<string>();
        foreach (var line in page.TrimEnd().Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (isCode || isFence || line.Length == 0 || line[0] is '#' or '*')
                PrintParagraph(paragraph, console);
            if (isFence)
                isCode = !isCode;
            else if (isCode)
                console.WriteLine(line.Length == 0 ? "" : "    " + line, Code);
            else if (line.StartsWith('#'))
                console.WriteLine(line.TrimStart('#', ' '), Heading);
            else if (line.Length == 0)
                console.WriteLine();
            else
                paragraph.Add(line);
        }

        PrintParagraph(paragraph, console);
    }

    private static void PrintParagraph(List<string> lines, IAnsiConsole console)
    {
        var plain = string.Join(' ', lines)
            .Replace("`", "", StringComparison.Ordinal)
            .Replace("**", "", StringComparison.Ordinal);
        foreach (var shown in WordWrap.Lines(plain, Math.Min(console.Profile.Width - 1, Widest)))
            console.WriteLine(shown);
        lines.Clear();
    }

    private static string NameOf(string id) => $"diagnostics.{id}.md";
}
