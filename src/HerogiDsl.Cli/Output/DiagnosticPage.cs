using HerogiDsl.Compiler.Diagnostics;
using Spectre.Console;

namespace HerogiDsl.Cli.Output;

/// <summary>The pages of the diagnostics, which the program has with it.</summary>
internal static class DiagnosticPage
{
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
        foreach (var line in page.TrimEnd().Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                console.WriteLine("    " + line, Code);
            else if (line.StartsWith('#'))
                console.WriteLine(line.TrimStart('#', ' '), Heading);
            else
                Wrap(line, console);
        }
    }

    private static void Wrap(string line, IAnsiConsole console)
    {
        var plain = line.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
        var lines = WordWrap.Lines(plain, console.Profile.Width - 1).DefaultIfEmpty("");
        foreach (var shown in lines)
            console.WriteLine(shown);
    }

    private static string NameOf(string id) => $"diagnostics.{id}.md";
}
