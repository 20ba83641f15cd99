using System.Globalization;
using System.Text;

namespace HerogiDsl.Compiler.CSharp;

/// <summary>Values as C# literals.</summary>
internal static class CSharpLiteral
{
    public static string Text(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' =>
                    "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    public static string TextOrNull(string? value) => value is null ? "null" : Text(value);

    public static string Int(long value) =>
        value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";

    public static string Bool(bool value) => value ? "true" : "false";

    public static string Duration(TimeSpan value)
    {
        const string type = "global::System.TimeSpan";
        var (unit, ticks) =
            value.Ticks % TimeSpan.TicksPerDay == 0 ? ("FromDays", TimeSpan.TicksPerDay)
            : value.Ticks % TimeSpan.TicksPerHour == 0 ? ("FromHours", TimeSpan.TicksPerHour)
            : value.Ticks % TimeSpan.TicksPerMinute == 0 ? ("FromMinutes", TimeSpan.TicksPerMinute)
            : value.Ticks % TimeSpan.TicksPerSecond == 0 ? ("FromSeconds", TimeSpan.TicksPerSecond)
            : value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? ("FromMilliseconds", TimeSpan.TicksPerMillisecond)
            : ("FromTicks", 1L);
        return value == TimeSpan.Zero
            ? type + ".Zero"
            : $"{type}.{unit}({(value.Ticks / ticks).ToString(CultureInfo.InvariantCulture)})";
    }
}
