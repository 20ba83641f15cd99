using HerogiDsl.Compiler.Tests.Parsing;

namespace HerogiDsl.Compiler.Tests.Docs;

/// <summary>The `docs` folder of the source tree that the tests were built from.</summary>
internal static class DocumentationFolder
{
    /// <summary>Whether the messages in the pages are to be rewritten with what the compiler says.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("HEROGI_ACCEPT") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Given.Repository(), "docs", .. parts]);

    public static string PathInSource(params string[] parts) => Path.Combine([Given.Repository(), "src", .. parts]);

    // A checkout with other line ends is the same document.
    public static string Read(params string[] parts) =>
        File.ReadAllText(PathOf(parts)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
