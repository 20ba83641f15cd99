using HerogiDsl.Compiler.Binding.Bound;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>The functions of the language in plain words.</summary>
internal static class FunctionWords
{
    public static string? Of(BoundCall call, ExpressionWords words)
    {
        var said = call.Arguments.Select(words.Of).ToArray();
        return (call.Function.Name, said) switch
        {
            ("now", _) => "the present time",
            ("length", [var x]) => "the length of " + x,
            ("lower", [var x]) => x + " in small letters",
            ("upper", [var x]) => x + " in capitals",
            ("trim", [var x]) => x + " without blanks around it",
            ("replace", [var x, var a, var b]) => $"{x} with {b} in place of {a}",
            ("split", [var x, var separator]) => $"the parts of {x} between {separator}",
            ("join", [var x, var separator]) => $"{x} joined by {separator}",
            ("firstMatch", [var x, var pattern]) => $"the part of {x} that fits the pattern {pattern}",
            ("parseJson", [var x]) => x + " read as JSON",
            ("toJson", [var x]) => x + " as JSON",
            ("text", [var x]) => x + " as a text",
            ("number", [var x]) => x + " as a number",
            ("abs", [var x]) => x + " without its sign",
            ("round", [var x, var digits]) => $"{x} rounded to {digits} digits",
            ("whole", [var x]) => x + " without its fraction",
            ("min", [var a, var b]) => $"the smaller of {a} and {b}",
            ("max", [var a, var b]) => $"the larger of {a} and {b}",
            ("parseDate", [var x]) => x + " read as a date",
            ("parseDateTime", [var x]) => x + " read as a moment",
            ("dateIn", [var t, var zone]) => $"the date of {t} in {zone}",
            ("hourIn", [var t, var zone]) => $"the hour of {t} in {zone}",
            ("weekdayIn", [var t, var zone]) => $"the weekday of {t} in {zone} (1 is Monday, 7 is Sunday)",
            ("at", [var date, var time, var zone]) => $"{date} at {time} in {zone}",
            ("bucket", [var count, ..]) => $"the lot of this case (one of {count}, drawn once from 0 on)",
            ("fail", [var message]) => "a stop for somebody to look: " + message,
            _ => null,
        };
    }

    /// <summary>What is asked with them.</summary>
    public static string? Condition(BoundCall call, ExpressionWords words, bool isNot = false)
    {
        var said = call.Arguments.Select(words.Of).ToArray();
        return (call.Function.Name, said) switch
        {
            ("contains", [var x, var part]) => $"{x} {(isNot ? "does not contain" : "contains")} {part}",
            ("startsWith", [var x, var part]) => $"{x} {(isNot ? "does not begin" : "begins")} with {part}",
            ("endsWith", [var x, var part]) => $"{x} {(isNot ? "does not end" : "ends")} with {part}",
            _ => null,
        };
    }
}
