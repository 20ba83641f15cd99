using System.Globalization;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Lowering.Model;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Emit;

/// <summary>Templates as static fields, readable as they were written.</summary>
internal static class TemplateEmitter
{
    private const int LongestRawLine = 120;

    public static void Emit(CSharpWriter writer, TemplateModel template)
    {
        writer.Line($"private static readonly {Names.TemplateDefinition} {template.Field} = new(");
        var start = $"new({CSharpLiteral.Text(template.Start.Path)}, {Number(template.Start.Line)}, "
            + $"{Number(template.Start.Column)}), {Number(template.Indent)});";
        writer.Indented($"{Names.TemplateUse}.{template.Use},");
        if (CanBeRaw(template.Text))
            EmitRaw(writer, template.Text);
        else
            writer.Indented(CSharpLiteral.Text(template.Text) + ",");
        writer.Indented(start);
    }

    private static void EmitRaw(CSharpWriter writer, string text)
    {
        var quotes = new string('"', Math.Max(3, LongestRun(text) + 1));
        var indent = new string(' ', writer.Column + 4);
        writer.Verbatim(indent + quotes);
        foreach (var line in text.Split('\n'))
            writer.Verbatim(line.Length == 0 ? "" : indent + line);
        writer.Verbatim(indent + quotes + ",");
    }

    // A raw text keeps its lines; one that C# would read otherwise, or that is too wide, is a plain literal.
    private static bool CanBeRaw(string text) =>
        text.Contains('\n')
        && text.All(character => character == '\n' || (!char.IsControl(character) && character is not ('\u2028' or '\u2029')))
        && text.Split('\n').All(line => line.Length <= LongestRawLine && (line.Length == 0 || line.Trim().Length > 0));

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
