using System.Collections;
using System.Globalization;
using System.Text.Json;
using HerogiDsl.Templates;
using HerogiDsl.Values;

namespace HerogiDsl.Runtime.Templates;

/// <summary>The functions of the language, called from templates: their types are known only here.</summary>
internal static class TemplateCalls
{
    public static object? Call(string function, object?[] given, StepContext? context)
    {
        var call = new TemplateCall(function, given);
        return function switch
        {
            "now" => context?.Now,
            "length" => Length(call),
            "lower" => TextFunctions.Lower(call.Text(0)),
            "upper" => TextFunctions.Upper(call.Text(0)),
            "trim" => TextFunctions.Trim(call.Text(0)),
            "contains" => Contains(call),
            "startsWith" => TextFunctions.StartsWith(call.Text(0), call.Text(1)),
            "endsWith" => TextFunctions.EndsWith(call.Text(0), call.Text(1)),
            "replace" => TextFunctions.Replace(call.Text(0), call.Text(1), call.Text(2)),
            "split" => TextFunctions.Split(call.Text(0), call.Text(1)),
            "join" => string.Join(call.Text(1), call.Items(0).Select(item => TextOf(item))),
            "firstMatch" => TextFunctions.FirstMatch(call.Text(0), call.Text(1)),
            "parseJson" => Functions.ParseJson(call.Text(0)),
            "toJson" => JsonWrite.ToText(given[0], static (writer, value) => JsonWrite.Any(writer, value)),
            "fail" => throw new ScenarioFaultException(call.Text(0)),
            "bucket" => Functions.Bucket(
                context ?? throw call.Wrong("a session"), call.Whole(0), given.Length > 1 && given[1] is not null ? call.Text(1) : ""),
            "text" => TextOf(given[0]),
            _ => CallOfNumberOrTime(call),
        };
    }

    private static object? CallOfNumberOrTime(TemplateCall call) => call.Function switch
    {
        "abs" => call.Argument(0) switch
        {
            long number => Functions.Abs(number),
            TimeSpan duration => duration.Duration(),
            _ => Functions.Abs(call.Number(0)),
        },
        "round" => Functions.Round(call.Number(0), call.Whole(1)),
        "whole" => Functions.Whole(call.Number(0)),
        "min" => Choose(call, first: true),
        "max" => Choose(call, first: false),
        "number" => call.Argument(0) is string or null ? Functions.Number(call.Argument(0) as string) : call.Number(0),
        "parseDate" => TimeFunctions.ParseDate(call.Argument(0) as string),
        "parseDateTime" => TimeFunctions.ParseDateTime(call.Argument(0) as string),
        "dateIn" => TimeFunctions.DateIn(call.Moment(0), call.Text(1)),
        "hourIn" => TimeFunctions.HourIn(call.Moment(0), call.Text(1)),
        "weekdayIn" => TimeFunctions.WeekdayIn(call.Moment(0), call.Text(1)),
        "at" => TimeFunctions.At(
            call.Argument(0) is DateOnly date ? date : throw call.Wrong("a date"), call.Text(1), call.Text(2)),
        _ => throw new TemplateFaultException($"there is no function '{call.Function}'"),
    };

    private static object Length(TemplateCall call) => call.Argument(0) switch
    {
        string text => (long)text.Length,
        JsonElement { ValueKind: JsonValueKind.Object } json => (long)json.GetPropertyCount(),
        _ => (long)call.Items(0).Count(),
    };

    private static bool Contains(TemplateCall call) => call.Argument(0) is string text
        ? Functions.Contains(text, call.Text(1))
        : call.Items(0).Any(item => Equals(TextOf(item), TextOf(call.Argument(1))));

    private static object Choose(TemplateCall call, bool first)
    {
        var (left, right) = (call.Argument(0), call.Argument(1));
        var order = (left, right) switch
        {
            (string a, string b) => string.CompareOrdinal(a, b),
            (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
            (DateOnly a, DateOnly b) => a.CompareTo(b),
            (TimeSpan a, TimeSpan b) => a.CompareTo(b),
            _ => call.Number(0).CompareTo(call.Number(1)),
        };
        return (order <= 0) == first ? left ?? "" : right ?? "";
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => TextFunctions.Text(truth),
        JsonElement json => TextFunctions.Text(json),
        DateTimeOffset time => TextFunctions.Text(time),
        DateOnly date => TextFunctions.Text(date),
        TimeSpan duration => TextFunctions.Text(duration),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonWrite.ToText(value, static (writer, value) => JsonWrite.Any(writer, value)),
    };

    /// <summary>A call with its arguments.</summary>
    private readonly record struct TemplateCall(string Function, object?[] Given)
    {
        public object? Argument(int index) => index < Given.Length ? Given[index] : null;

        public string Text(int index) => Argument(index) switch
        {
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString() ?? "",
            _ => throw Wrong("a text", index),
        };

        public decimal Number(int index) => Argument(index) switch
        {
            long number => number,
            int number => number,
            decimal number => number,
            double number => checked((decimal)number),
            JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetDecimal(out var number) => number,
            _ => throw Wrong("a number", index),
        };

        public long Whole(int index) => checked((long)Number(index));

        public DateTimeOffset Moment(int index) =>
            Argument(index) is DateTimeOffset time ? time : throw Wrong("a datetime", index);

        public IEnumerable<object?> Items(int index) => Argument(index) switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray().Cast<object?>(),
            IEnumerable list and not string => list.Cast<object?>(),
            _ => throw Wrong("a list", index),
        };

        public ScenarioFaultException Wrong(string wanted, int index = 0) => new(string.Create(
            CultureInfo.InvariantCulture,
            $"'{Function}' takes {wanted} as argument {index + 1}, not {(Argument(index) is { } value ? $"'{TextOf(value)}'" : "null")}"));
    }
}
