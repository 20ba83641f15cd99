using System.Globalization;
using HerogiDsl.Escaping;
using Scriban.Runtime;

namespace HerogiDsl.Templates.Escaping;

/// <summary>Scalars as text: those of the language, and what Scriban makes of them.</summary>
internal static class ScalarText
{
    /// <summary>The text of a scalar; null for what is none.</summary>
    public static string? Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => ScalarForm.Of(truth),
        DateTimeOffset moment => moment.UtcDateTime.ToString(ScalarForm.Moment, CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Local } moment =>
            moment.ToUniversalTime().ToString(ScalarForm.Moment, CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(ScalarForm.Moment, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString(ScalarForm.Date, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan duration => ScalarForm.Of(duration),
        Enum name => name.ToString(),
        double number => Number(number),
        float number => Number(number),
        StringBuilderOutput captured => captured.ToString(),
        char letter => letter.ToString(),
        IFormattable number when IsNumber(value) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether JSON writes it without quotes.</summary>
    public static bool IsBare(object value) => value is bool or double or float || IsNumber(value);

    private static string Number(double number) => double.IsFinite(number)
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : throw new TemplateFaultException("a number that is not finite has no text");

    private static bool IsNumber(object value) => value is int or long or decimal or short or byte or sbyte or ushort or uint
        or ulong or System.Numerics.BigInteger;
}
