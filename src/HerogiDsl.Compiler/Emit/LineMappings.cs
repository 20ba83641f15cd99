using System.Globalization;
using HerogiDsl.Compiler.Lowering.Model;

namespace HerogiDsl.Compiler.Emit;

/// <summary>`#line`: errors, breakpoints and stack traces of what the user wrote lead to where it was written.</summary>
internal static class LineMappings
{
    public const string End = "#line default";

    /// <summary>The directive before a line whose first <paramref name="offset"/> characters nobody wrote.</summary>
    public static string Directive(LineMapping mapping, int offset)
    {
        var span = string.Format(
            CultureInfo.InvariantCulture,
            "#line ({0},{1})-({2},{3})",
            mapping.StartLine,
            mapping.StartColumn,
            mapping.EndLine,
            mapping.EndColumn);
        var shift = offset == 0 ? "" : " " + offset.ToString(CultureInfo.InvariantCulture);
        return $"{span}{shift} \"{mapping.Path}\"";
    }
}
