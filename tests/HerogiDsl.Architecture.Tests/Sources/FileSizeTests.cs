using System.Globalization;
using System.Text.RegularExpressions;
using HerogiDsl.Architecture.Tests.Repository;

namespace HerogiDsl.Architecture.Tests.Sources;

/// <summary>Files, lines and folders are small enough to be read at one sitting.</summary>
public sealed partial class FileSizeTests
{
    private const int LongestProductionFile = 300;
    private const int LongestTestFile = 400;
    private const int LongestLine = 140;
    private const int LongestGeneratedLine = 160;
    private const string Snapshots = "/Snapshots/";
    private const int MostFilesInAFolder = 25;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> LongFiles = new Dictionary<string, string>();

    /// <summary>Folders that may have more files, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> FullFolders = new Dictionary<string, string>
    {
        ["src/HerogiDsl.Compiler/Lowering"] =
            "one lowerer for each construct; constructs nest, so that each calls the others",
    };

    private static IEnumerable<string> Production =>
        RepositoryFiles.Below("src", ".cs").Concat(RepositoryFiles.Below("samples", ".cs"));

    private static IReadOnlyList<string> Tests =>
        [.. RepositoryFiles.Below("tests", ".cs").Where(path => !path.Contains(Snapshots, StringComparison.Ordinal))];

    private static IReadOnlyList<string> Generated =>
        [.. RepositoryFiles.Below("tests", ".verified.cs").Where(path => path.Contains(Snapshots, StringComparison.Ordinal))];

    [Fact]
    public void NoProductionFileIsLong() => Findings.AssertNone(
        Production.Where(path => !LongFiles.ContainsKey(path))
            .SelectMany(path => TooLong(path, RepositoryFiles.Read(path), LongestProductionFile)),
        "split these files");

    [Fact]
    public void NoTestFileIsLong() => Findings.AssertNone(
        Tests.SelectMany(path => TooLong(path, RepositoryFiles.Read(path), LongestTestFile)), "split these files");

    [Fact]
    public void NoLineIsLong() => Findings.AssertNone(
        Production.SelectMany(path => LongLines(path, RepositoryFiles.Read(path))), "break these lines");

    // A row of a table of texts is as long as the text.
    [Fact]
    public void NoLineOfATestIsLongWithoutItsTexts() => Findings.AssertNone(
        Tests.SelectMany(path => LongLines(path, Texts().Replace(RepositoryFiles.Read(path), "\"\""))),
        "break these lines");

    [Fact]
    public void NoGeneratedLineIsLong() => Findings.AssertNone(
        Generated.SelectMany(path => LongLines(path, RepositoryFiles.Read(path), LongestGeneratedLine)),
        "break these lines where they are emitted");

    [Fact]
    public void NoFolderIsFull() => Findings.AssertNone(
        FullOnes(Production.Concat(Tests)).Where(folder => !FullFolders.ContainsKey(folder)),
        "make rooms inside these folders");

    [Fact]
    public void EveryExceptionIsStillNeeded()
    {
        var unneeded = LongFiles.Keys
            .Where(path => !TooLong(path, RepositoryFiles.Read(path), LongestProductionFile).Any())
            .Concat(FullFolders.Keys.Except(FullOnes(Production.Concat(Tests))));

        Findings.AssertNone(unneeded, "nothing needs these exceptions any more");
    }

    [Theory]
    [InlineData(300, 0)]
    [InlineData(301, 1)]
    public void ALongFileIsFound(int lines, int found) =>
        Assert.Equal(found, TooLong("a.cs", string.Concat(Enumerable.Repeat("//\n", lines)), 300).Count());

    [Theory]
    [InlineData(140, 0)]
    [InlineData(141, 1)]
    public void ALongLineIsFound(int columns, int found) =>
        Assert.Equal(found, LongLines("a.cs", $"//\n{new string('x', columns)}\n").Count());

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void AFullFolderIsFound(int files, int found) => Assert.Equal(
        found,
        FullOnes(Enumerable.Range(0, files).Select(i => string.Create(CultureInfo.InvariantCulture, $"a/b/{i}.cs")))
            .Count());

    private static IEnumerable<string> TooLong(string path, string text, int most)
    {
        var lines = text.Split('\n').Length - (text.EndsWith('\n') ? 1 : 0);
        return lines > most ? [$"{path}: {lines} lines, {most} are allowed"] : [];
    }

    private static IEnumerable<string> LongLines(string path, string text, int most = LongestLine) =>
        from line in text.Split('\n').Index()
        let length = line.Item.TrimEnd('\r').Length
        where length > most
        select $"{path}({line.Index + 1}): {length} characters, {most} are allowed";

    private static IEnumerable<string> FullOnes(IEnumerable<string> paths) =>
        from path in paths
        group path by path[..path.LastIndexOf('/')] into folder
        where folder.Count() > MostFilesInAFolder
        select folder.Key;

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Texts();
}
