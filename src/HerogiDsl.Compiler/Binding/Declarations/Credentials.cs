using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG5002: what looks like a credential that is written into the source.</summary>
internal static class Credentials
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    // Without one of these there is no token: most values need no pattern at all, which takes its time to be made.
    private static readonly string[] TokenMarks =
        ["pat-", "sk_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "AKIA", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "eyJ"];

    private static readonly string[] TellingNames =
        ["authorization", "apikey", "api-key", "token", "secret", "password", "credential"];

    private static readonly Lazy<Regex> UserInUrl = new(static () => new Regex(
        @"^\w+://[^/@{}:]+:[^/@{}]+@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience));

    private static readonly Lazy<Regex> KnownToken = new(static () => new Regex(
        @"\b(pat-(na|eu)\d-[0-9a-f-]{20,}|sk_(live|test)_\w{10,}|gh[pousr]_\w{20,}|AKIA[0-9A-Z]{16}"
            + @"|xox[abprs]-[\w-]{10,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience));

    // example: header "Authorization": "Bearer 0123456789abcdef"
    public static bool AreInHeader(string name, string value) =>
        HoldsToken(value) || (IsTelling(name) && AreWrittenIn(value));

    // example: url "https://user:password@example.com"
    public static bool AreInUrl(string url) => HoldsToken(url) || (url.IndexOf('@') >= 0 && UserInUrl.Value.Holds(url));

    /// <summary>Whether a value that should come from the configuration has no hole: then it is the credential itself.</summary>
    public static bool AreWrittenIn(string value) => value.Trim().Length > 0 && !value.Contains("{{");

    private static bool HoldsToken(string value) =>
        Array.Exists(TokenMarks, mark => value.IndexOf(mark, StringComparison.Ordinal) >= 0) && KnownToken.Value.Holds(value);

    private static bool IsTelling(string name) =>
        Array.Exists(TellingNames, telling => name.IndexOf(telling, StringComparison.OrdinalIgnoreCase) >= 0);
}
