using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.Docs;

/// <summary>
/// A page of `docs/diagnostics`. Its fences are `herogi wrong`, each with a `text message`, `herogi right`, and `file NAME wrong`
/// or `file NAME right` for what an example needs besides, its `herogi.lock` among them. In `herogi wrong expanded`, `\xFC`
/// is that byte and `\repeat(300, "(")` that text so many times.
/// </summary>
internal sealed class DiagnosticPage(string id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _markdown = DocumentationFolder.Read("diagnostics", id + ".md");

    public string FirstLine => _markdown.Split('\n')[0];

    public IReadOnlyList<string> Headings =>
        [.. _markdown.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

    public IReadOnlyList<Fence> Fences => Fence.In(_markdown);

    public IReadOnlyList<Fence> Wrong => [.. Fences.Where(fence => fence.Words is "herogi wrong" or "herogi wrong expanded")];

    public IReadOnlyList<Fence> Right => [.. Fences.Where(fence => fence.Words == "herogi right")];

    public IReadOnlyList<Fence> Messages => [.. Fences.Where(fence => fence.Words == "text message")];

    public IReadOnlyList<Diagnostic> Diagnose(Fence example)
    {
        var word = example.Words.Split(' ')[1];
        SourceText[] files =
        [
            .. Fences
                .Select(fence => (Fence: fence, Words: fence.Words.Split(' ')))
                .Where(file => file.Words is ["file", _, var belongs] && belongs == word)
                .Select(file => new SourceText(file.Words[1], file.Fence.Content)),
        ];
        var options = new CompilationOptions("Root") { Lock = files.FirstOrDefault(file => file.Path == LockFile.FileName) };
        var isExpanded = example.Words.EndsWith(" expanded", StringComparison.Ordinal);
        var bytes = isExpanded ? Expand(example.Content) : Encoding.UTF8.GetBytes(example.Content);
        var tree = HerogiParser.Parse(SourceText.FromBytes("example.herogi", bytes));
        var templates = files.Where(file => file.Path != LockFile.FileName);
        return [.. HerogiCompilation.Compile([tree], [.. templates], options).Diagnostics];
    }

    /// <summary>Writes the messages into the page, in their order.</summary>
    public void Accept(IReadOnlyList<string> messages)
    {
        var markdown = new StringBuilder(_markdown);
        foreach (var (fence, message) in Messages.Zip(messages).Reverse())
            markdown.Remove(fence.ContentStart, fence.Content.Length).Insert(fence.ContentStart, message + "\n");
        File.WriteAllText(DocumentationFolder.PathOf("diagnostics", id + ".md"), markdown.ToString());
    }

    private static byte[] Expand(string content)
    {
        var repeated = Regex.Replace(
            content, """\\repeat\((?<times>\d+), "(?<text>[^"]*)"\)""", Repeat, RegexOptions.ExplicitCapture, Patience);
        var bytes = new List<byte>();
        var from = 0;
        foreach (Match match in Escapes(repeated))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(repeated[from..match.Index]));
            bytes.Add(byte.Parse(match.Groups["digits"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            from = match.Index + match.Length;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(repeated[from..]));
        return [.. bytes];
    }

    private static string Repeat(Match match) => string.Concat(Enumerable.Repeat(
        match.Groups["text"].Value, int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture)));

    private static MatchCollection Escapes(string text) =>
        Regex.Matches(text, """\\x(?<digits>[0-9A-F]{2})""", RegexOptions.ExplicitCapture, Patience);
}
