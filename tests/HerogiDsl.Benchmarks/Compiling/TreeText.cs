using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>A tree as text, places included, so that two trees can be compared.</summary>
internal static class TreeText
{
    public static string Write(object? tree)
    {
        var text = new StringBuilder();
        Write(tree, text, 0);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case null or string or bool or TextSpan or IFormattable:
                text.AppendLine(CultureInfo.InvariantCulture, $"{value ?? "null"}");
                break;
            case IEnumerable items:
                text.AppendLine("list");
                foreach (var item in items)
                    WritePart("-", item, text, depth);
                break;
            default:
                text.AppendLine(value.GetType().Name);
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    WritePart(property.Name, property.GetValue(value), text, depth);
                break;
        }
    }

    private static void WritePart(string name, object? value, StringBuilder text, int depth)
    {
        text.Append(' ', depth + 1).Append(name).Append(' ');
        Write(value, text, depth + 1);
    }
}
