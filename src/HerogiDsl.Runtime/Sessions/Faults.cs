using System.Text.RegularExpressions;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Says what went wrong in a step in the words of the language.</summary>
internal static class Faults
{
    public static string Describe(Exception exception) => exception switch
    {
        OverflowException => "a number is too large: the result does not fit its type",
        DivideByZeroException => "a division by zero",
        IndexOutOfRangeException or ArgumentOutOfRangeException { ParamName: "index" } =>
            "an index is out of range: check length(…) before",
        NullReferenceException => "a value is null where one is needed: use '??' or check 'is not null' before",
        RegexMatchTimeoutException => "a regular expression took too long",
        InsufficientExecutionStackException => "an expression or a value is nested too deeply",
        _ => exception.Message,
    };
}
