using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Compiler.Emit;

/// <summary>The `///` lines of a `.herogi` file as XML documentation.</summary>
internal static class DocumentationEmitter
{
    public static void Summary(CSharpWriter writer, IEnumerable<string> documentation, string otherwise)
    {
        var lines = Lines(documentation);
        if (lines.Length <= 1)
        {
            writer.Line($"/// <summary>{(lines.Length == 1 ? lines[0] : otherwise)}</summary>");
            return;
        }

        writer.Line("/// <summary>");
        foreach (var line in lines)
            writer.Line("/// " + line);
        writer.Line("/// </summary>");
    }

    public static void Parameter(CSharpWriter writer, FieldModel field, string otherwise)
    {
        var lines = Lines(field.Documentation);
        var text = lines.Length == 0 ? otherwise : string.Join(" ", lines);
        writer.Line($"/// <param name=\"{field.Name.TrimStart('@')}\">{text}</param>");
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    // Lines that speak to the compiler, such as `@personal`, are no documentation.
    private static string[] Lines(IEnumerable<string> documentation) =>
    [
        .. documentation.Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '@')
            .Select(Escape),
    ];
}
