using System.Text.RegularExpressions;

namespace HerogiDsl.Compiler.Text;

/// <summary>Asks patterns that have a time limit.</summary>
internal static class PatientRegex
{
    /// <summary>Whether it matches; what cannot be decided in time does not. A machine may be busy with other things.</summary>
    public static bool Holds(this Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
