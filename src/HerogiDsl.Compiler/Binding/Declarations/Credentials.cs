using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>HRG5002: what looks like a credential that is written into the source.</summary>
internal static class Credentials
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly Regex UserInUrl = new(
        @"^\w+://[^/@{}:]+:[^/@{}]+@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex KnownToken = new(
        @"\b(pat-(na|eu)\d-[0-9a-f-]{20,}|sk_(live|test)_\w{10,}|gh[pousr]_\w{20,}|AKIA[0-9A-Z]{16}"
            + @"|xox[abprs]-[\w-]{10,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    private static readonly Regex HeaderName = new(
        @"authorization|api-?key|token|secret|password|credential",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    // example: header "Authorization": "Bearer 0123456789abcdef"
    public static bool AreInHeader(string name, string value) =>
        KnownToken.Holds(value) || (HeaderName.Holds(name) && AreWrittenIn(value));

    // example: url "https://user:password@example.com"
    public static bool AreInUrl(string url) => KnownToken.Holds(url) || UserInUrl.Holds(url);

    /// <summary>Whether a value that should come from the configuration has no hole: then it is the credential itself.</summary>
    public static bool AreWrittenIn(string value) => value.Trim().Length > 0 && !value.Contains("{{");
}
