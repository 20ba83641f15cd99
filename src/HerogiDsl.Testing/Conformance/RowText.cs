using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace HerogiDsl.Testing.Conformance;

/// <summary>Values, rows and lists of them as text that shows every part: times to the tick, bytes as they are.</summary>
internal static class RowText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string one:
                text.Append('\'').Append(one).Append('\'');
                break;
            case DateTimeOffset time:
                text.Append(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case ReadOnlyMemory<byte> bytes:
                text.Append('`').Append(Encoding.Latin1.GetString(bytes.Span)).Append('`');
                break;
            case Enum or bool:
                text.Append(value);
                break;
            case IFormattable number:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable list:
                WriteAll(text, list);
                break;
            default:
                WriteParts(text, value);
                break;
        }
    }

    private static void WriteAll(StringBuilder text, IEnumerable list)
    {
        text.Append('[');
        foreach (var one in list)
        {
            text.Append("\n  ");
            Write(text, one);
        }

        text.Append(']');
    }

    private static void WriteParts(StringBuilder text, object value)
    {
        const BindingFlags Visible = BindingFlags.Instance | BindingFlags.Public;
        text.Append("{ ");
        foreach (var property in value.GetType().GetProperties(Visible))
        {
            text.Append(property.Name).Append(' ');
            Write(text, property.GetValue(value));
            text.Append(' ');
        }

        // A tuple has its parts in fields.
        foreach (var field in value.GetType().GetFields(Visible))
        {
            Write(text, field.GetValue(value));
            text.Append(' ');
        }

        text.Append('}');
    }
}
