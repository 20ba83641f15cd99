using System.Globalization;
using System.Text.RegularExpressions;

namespace HerogiDsl.Compiler.Tests.Cases;

/// <summary>One text, or several, and the diagnostics that the language's description gives it.</summary>
internal sealed record Case(string Name, IReadOnlyList<(string Path, string Content)> Files, IReadOnlyList<Told> Expected)
{
    /// <summary>The text that was locked before; null for none.</summary>
    public string? Was { get; init; }
}

/// <summary>An id at a line of a file.</summary>
internal sealed record Told(string Path, int Line, string Id)
{
    public override string ToString() => $"{Path}({Line}): {Id}";
}

/// <summary>
/// Reads `.cases`: `=== name` begins a case, `--- file path` another of its files; `//! HRG1001 HRG1002` ends a line
/// that is told so, and `//!+2 HRG4002` speaks of the second line below. The marks are no part of the texts.
/// What stands above `--- now` is the text of the build that was locked.
/// `--- like name` takes the text of an earlier case, but for the lines that `- beginning` and `+ whole line` replace.
/// </summary>
internal static partial class CaseFile
{
    private const string CaseMark = "=== ";
    private const string FileMark = "--- file ";
    private const string NowMark = "--- now";
    private const string LikeMark = "--- like ";
    private const string FirstPath = "test.herogi";

    public static IEnumerable<Case> Read(string content)
    {
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith(CaseMark, StringComparison.Ordinal));
        var bodies = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var start in starts)
        {
            var name = lines[start][CaseMark.Length..].Trim();
            string[] body =
                [.. lines.Skip(start + 1).TakeWhile(line => !line.StartsWith(CaseMark, StringComparison.Ordinal))];
            if (body is [{ } first, ..] && first.StartsWith(LikeMark, StringComparison.Ordinal))
                body = Replace(bodies[first[LikeMark.Length..].Trim()], body);
            bodies.Add(name, body);
            yield return ReadCase(name, body);
        }
    }

    // The first line that begins with what stands behind `-` becomes what stands behind the `+` below it.
    private static string[] Replace(string[] like, string[] changes)
    {
        string[] lines = [.. like];
        for (var i = 1; i + 1 < changes.Length; i += 2)
        {
            var old = changes[i]["- ".Length..];
            lines[Array.FindIndex(lines, line => line.StartsWith(old, StringComparison.Ordinal))] = changes[i + 1]["+ ".Length..];
        }

        return lines;
    }

    private static Case ReadCase(string name, string[] lines)
    {
        var now = Array.IndexOf(lines, NowMark);
        return now < 0
            ? ReadFiles(name, lines)
            : ReadFiles(name, lines[(now + 1)..]) with { Was = string.Join('\n', lines[..now]) };
    }

    private static Case ReadFiles(string name, string[] lines)
    {
        var files = new List<(string Path, List<string> Lines)>();
        var expected = new List<Told>();
        foreach (var line in lines)
        {
            if (line.StartsWith(FileMark, StringComparison.Ordinal))
            {
                files.Add((line[FileMark.Length..].Trim(), []));
                continue;
            }

            if (files.Count == 0)
            {
                files.Add((FirstPath, []));
            }

            var (path, text) = files[^1];
            var mark = Mark().Match(line);
            text.Add(mark.Success ? line[..mark.Index].TrimEnd() : line);
            if (mark.Success)
            {
                var below = mark.Groups["below"].Success
                    ? int.Parse(mark.Groups["below"].ValueSpan, CultureInfo.InvariantCulture)
                    : 0;
                var ids = mark.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                expected.AddRange(ids.Select(id => new Told(path, text.Count + below, id)));
            }
        }

        return new Case(name, [.. files.Select(file => (file.Path, string.Join('\n', file.Lines)))], expected);
    }

    [GeneratedRegex(@"//!(\+(?<below>\d+))?(?<ids>( +HRG\d{4})+)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
