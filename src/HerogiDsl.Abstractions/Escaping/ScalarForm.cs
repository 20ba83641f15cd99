using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace HerogiDsl.Escaping;

/// <summary>
/// Scalars as text, in every culture alike: datetimes in UTC with a <c>Z</c>, dates as <c>yyyy-MM-dd</c>, durations as
/// ISO 8601, numbers with a point.
/// </summary>
internal static class ScalarForm
{
    /// <summary>No scalar's text is longer.</summary>
    public const int Longest = 64;

    /// <summary>How a datetime in UTC is written.</summary>
    public const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>How a date is written.</summary>
    public const string Date = "yyyy-MM-dd";

    public static string Of(bool truth) => truth ? "true" : "false";

    public static string Of(TimeSpan duration) => XmlConvert.ToString(duration);

    /// <summary>Whether JSON writes it without quotes.</summary>
    public static bool IsBare<T>()
        where T : struct => typeof(T) == typeof(long) || typeof(T) == typeof(decimal) || typeof(T) == typeof(bool);

    /// <summary>Writes a scalar of the language; gives how many characters it took.</summary>
    /// <param name="value">A long, decimal, bool, datetime, date or duration.</param>
    /// <param name="output">Room for <see cref="Longest"/> characters.</param>
    public static int Write<T>(T value, Span<char> output)
        where T : struct
    {
        var culture = CultureInfo.InvariantCulture;
        int written;
        if (typeof(T) == typeof(long))
            Unsafe.As<T, long>(ref value).TryFormat(output, out written, default, culture);
        else if (typeof(T) == typeof(decimal))
            Unsafe.As<T, decimal>(ref value).TryFormat(output, out written, default, culture);
        else if (typeof(T) == typeof(DateTimeOffset))
            Unsafe.As<T, DateTimeOffset>(ref value).UtcDateTime.TryFormat(output, out written, Moment, culture);
        else if (typeof(T) == typeof(DateOnly))
            Unsafe.As<T, DateOnly>(ref value).TryFormat(output, out written, Date, culture);
        else if (typeof(T) == typeof(bool))
            written = Copy(Of(Unsafe.As<T, bool>(ref value)), output);
        else if (typeof(T) == typeof(TimeSpan))
            written = Copy(Of(Unsafe.As<T, TimeSpan>(ref value)), output);
        else
            throw new NotSupportedException($"'{typeof(T)}' is no scalar of the language");
        return written;
    }

    private static int Copy(string text, Span<char> output)
    {
        text.CopyTo(output);
        return text.Length;
    }
}
