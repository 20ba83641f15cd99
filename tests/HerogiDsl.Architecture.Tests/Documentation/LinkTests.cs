using System.Text;
using System.Text.RegularExpressions;
using HerogiDsl.Architecture.Tests.Repository;

namespace HerogiDsl.Architecture.Tests.Documentation;

/// <summary>A link in a page leads somewhere.</summary>
public sealed partial class LinkTests
{
    private const int Patience = 10_000;

    public static TheoryData<string> Pages => [.. RepositoryFiles.Below("", ".md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsSomewhere(string page) =>
        Findings.AssertNone(DeadLinks(page, RepositoryFiles.Read(page)), "links that lead nowhere");

    [Theory]
    [InlineData("[a](LICENSE)", 0)]
    [InlineData("[a](https://example.org/nowhere)", 0)]
    [InlineData("[a](no-such-file.md)", 1)]
    [InlineData("![a](no-such-picture.png)", 1)]
    [InlineData("# Some Heading\n[a](#some-heading)", 0)]
    [InlineData("# Some `Heading`, too!\n[a](#some-heading-too)", 0)]
    [InlineData("# Twice\n# Twice\n[a](#twice-1)", 0)]
    [InlineData("# Some Heading\n[a](#some-other)", 1)]
    [InlineData("```text\n[a](no-such-file.md)\n```", 0)]
    [InlineData("`[a](no-such-file.md)`", 0)]
    [InlineData("[a][b]\n\n[b]: no-such-file.md", 1)]
    public void ADeadLinkIsFound(string text, int found) => Assert.Equal(found, DeadLinks("Page.md", text).Count());

    private static IEnumerable<string> DeadLinks(string page, string text)
    {
        var prose = Prose(text);
        foreach (Match match in Link().Matches(prose))
        {
            var target = match.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#', 2);
            var path = parts[0].Length == 0 ? page : Combine(page, parts[0]);
            if (parts[0].Length > 0 && !RepositoryFiles.Exists(path))
                yield return $"{page}: '{target}'";
            else if (parts.Length == 2 && !Anchors(path == page ? text : RepositoryFiles.Read(path)).Contains(parts[1]))
                yield return $"{page}: '{target}' names no heading";
        }
    }

    private static string Combine(string page, string target)
    {
        var folder = page.Contains('/', StringComparison.Ordinal) ? page[..page.LastIndexOf('/')] : "";
        var whole = Path.GetFullPath(Path.Combine(RepositoryFiles.Root, folder, Uri.UnescapeDataString(target)));
        return Path.GetRelativePath(RepositoryFiles.Root, whole).Replace('\\', '/');
    }

    private static string Prose(string text) => InlineCode().Replace(CodeBlock().Replace(text, ""), "");

    // As GitHub makes them: lower case, blanks to hyphens, no punctuation, repeated ones numbered.
    private static HashSet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Heading().Matches(CodeBlock().Replace(text, "")))
        {
            var slug = new StringBuilder();
            foreach (var character in match.Groups["title"].Value.Trim().ToLowerInvariant())
            {
                if (char.IsLetterOrDigit(character) || character is '-' or '_')
                    slug.Append(character);
                else if (character == ' ')
                    slug.Append('-');
            }

            var anchor = slug.ToString();
            for (var i = 1; !anchors.Add(anchor); i++)
                anchor = $"{slug}-{i}";
        }

        return anchors;
    }

    [GeneratedRegex(
        @"\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)|^\[[^\]]+\]:\s*(?<target>\S+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Patience)]
    private static partial Regex Link();

    [GeneratedRegex(
        "^ *(?<fence>```+|~~~+).*?^ *\\k<fence> *$", RegexOptions.Multiline | RegexOptions.Singleline, Patience)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.None, Patience)]
    private static partial Regex InlineCode();

    [GeneratedRegex("^#{1,6} +(?<title>.*)$", RegexOptions.Multiline, Patience)]
    private static partial Regex Heading();
}
