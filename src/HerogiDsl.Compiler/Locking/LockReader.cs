using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Locking;

/// <summary>Reads a `herogi.lock`; what cannot be read is HRG6004, once, at its line.</summary>
internal static class LockReader
{
    // Of a text it is always the same; it goes when the text goes.
    private static readonly ConditionalWeakTable<SourceText, ReadLock> Known = new();

    public static LockFile? Read(SourceText text, DiagnosticBag diagnostics)
    {
        var read = Known.GetValue(text, static unread =>
        {
            var told = new DiagnosticBag();
            return new ReadLock(ReadAnew(unread, told), told.Since(0));
        });
        diagnostics.Report(read.Told);
        return read.File;
    }

    private static LockFile? ReadAnew(SourceText text, DiagnosticBag diagnostics)
    {
        if (text.MalformedAt is { } malformed)
        {
            var at = text.Locate(new TextSpan(malformed, 1));
            diagnostics.Report(LockDiagnostics.Unreadable(at, "this is not UTF-8"));
            return null;
        }

        var lines = Lines(text);
        var first = lines.FirstOrDefault(line => line.Text.Length > 0);
        if (FaultOfHeader(first.Text ?? "") is { } fault)
        {
            diagnostics.Report(fault(Locate(text, first.Start, first.Text ?? "")));
            return null;
        }

        var collector = new LockCollector();
        foreach (var line in lines.SkipWhile(line => line.Text.Length == 0).Skip(1).Where(line => IsFact(line.Text)))
        {
            if (collector.TryAdd(line.Text, line.Number))
                continue;
            diagnostics.Report(LockDiagnostics.Unreadable(Locate(text, line.Start, line.Text), Explain(line.Text)));
            return null;
        }

        var file = collector.ToFile();
        if (collector.FindOrphan() is not { } orphan)
            return file;
        var (_, start, content) = lines[orphan];
        diagnostics.Report(LockDiagnostics.Unreadable(
            Locate(text, start, content), "this line speaks of something that no line declares"));
        return null;
    }

    private static bool IsFact(string line) => line.Length > 0 && !line.StartsWith("#", StringComparison.Ordinal);

    private static Func<SourceLocation, Diagnostic>? FaultOfHeader(string line)
    {
        var words = line.Split(' ');
        if (IsConflict(line))
            return at => LockDiagnostics.Unreadable(at, Explain(line));
        if (words.Length != 2 || words[0] != LockWriter.Header
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
        {
            return at => LockDiagnostics.Unreadable(
                at, $"a lock begins with the line '{LockWriter.Header} {LockWriter.Version}'");
        }

        return version > LockWriter.Version ? at => LockDiagnostics.Newer(at, version, LockWriter.Version) : null;
    }

    private static string Explain(string line) => IsConflict(line)
        ? "this is a merge conflict"
        : $"'{Shortened(line)}' is no fact that a lock of this version has";

    private static bool IsConflict(string line) =>
        line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal)
        || line.StartsWith(">>>>>>>", StringComparison.Ordinal) || line.StartsWith("|||||||", StringComparison.Ordinal);

    private static string Shortened(string line) => line.Length <= 60 ? line : line.Substring(0, 59) + "…";

    private static SourceLocation Locate(SourceText text, int start, string line) =>
        text.Locate(new TextSpan(start, line.Length));

    private static List<(int Number, int Start, string Text)> Lines(SourceText text)
    {
        var lines = new List<(int Number, int Start, string Text)>();
        var start = 0;
        while (start <= text.Content.Length)
        {
            var end = text.Content.IndexOf('\n', start);
            var next = end < 0 ? text.Content.Length + 1 : end + 1;
            var line = text.Content.Substring(start, (end < 0 ? text.Content.Length : end) - start).TrimEnd('\r', ' ', '\t');
            lines.Add((lines.Count, start, line));
            start = next;
        }

        return lines;
    }

    private sealed record ReadLock(LockFile? File, ImmutableArray<Diagnostic> Told);
}
