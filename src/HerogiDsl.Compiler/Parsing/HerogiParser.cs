using System.Collections.Immutable;
using System.Text;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Parsing.Scanning;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Parsing;

/// <summary>The door of this room: a text in, a tree out, whatever the text is.</summary>
internal static class HerogiParser
{
    private const int LargestFile = 4 * 1024 * 1024;

    /// <summary>Parses <paramref name="text"/>; what could not be read is told in the tree's diagnostics.</summary>
    public static SyntaxTree Parse(SourceText text)
    {
        var session = new ParseSession(text);
        if (IsTooLarge(text.Content))
        {
            session.Report(SyntaxDiagnostics.TooLarge(text.Locate(new TextSpan(0, 0))));
            return new SyntaxTree(text, new CompilationUnitSyntax(null, [], [], default), [], session.Diagnostics());
        }

        return Repair.Mend(Parse(text, ImmutableDictionary<int, TokenRepair>.Empty));
    }

    /// <summary>Parses what would stand there with <paramref name="repairs"/>.</summary>
    public static SyntaxTree Parse(SourceText text, ImmutableDictionary<int, TokenRepair> repairs)
    {
        var session = new ParseSession(text) { Repairs = repairs };
        if (text.MalformedAt is { } malformed)
            session.Report(SyntaxDiagnostics.NotUtf8(text.Locate(new TextSpan(malformed, 0))));
        var first = Scanner.Scan(session);
        session.BeginParsing();
        var root = FileGrammar.CompilationUnit(first).Value;
        var diagnostics = session.Diagnostics();
        return new SyntaxTree(text, root, [.. session.Comments], diagnostics)
        {
            Unread = session.Unread,
            GivenUpAt = session.GivenUpAt,
        };
    }

    // A character is at most three bytes of UTF-8 for each of its UTF-16 units.
    private static bool IsTooLarge(string content) =>
        content.Length > LargestFile
        || (content.Length > LargestFile / 3 && Encoding.UTF8.GetByteCount(content) > LargestFile);
}
