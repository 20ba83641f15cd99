using System.Text;

namespace HerogiDsl.Compiler.Text;

/// <summary>The text of one file: a <c>.herogi</c> file, a template file or <c>herogi.lock</c>.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>Wraps <paramref name="content"/>, which came from <paramref name="path"/>.</summary>
    public SourceText(string path, string content, int? malformedAt = null)
    {
        Path = path;
        Content = content;
        MalformedAt = malformedAt;
    }

    /// <summary>The path as diagnostics show it.</summary>
    public string Path { get; }

    /// <summary>The characters, without a byte order mark.</summary>
    public string Content { get; }

    /// <summary>The offset of the first character whose bytes were not UTF-8, if there was one.</summary>
    public int? MalformedAt { get; }

    /// <summary>Reads UTF-8 bytes; what is not UTF-8 becomes U+FFFD and is remembered in <see cref="MalformedAt"/>.</summary>
    public static SourceText FromBytes(string path, byte[] bytes)
    {
        var start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        try
        {
            return new SourceText(path, new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start));
        }
        catch (DecoderFallbackException)
        {
            var content = new UTF8Encoding(false, false).GetString(bytes, start, bytes.Length - start);
            return new SourceText(path, content, FirstMalformed(bytes, start));
        }
    }

    /// <summary>The line and column of an offset; an offset past the end is taken as the end.</summary>
    public LinePosition GetPosition(int offset)
    {
        var starts = _lineStarts ??= FindLineStarts(Content);
        offset = Math.Min(Math.Max(offset, 0), Content.Length);
        var index = Array.BinarySearch(starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - starts[line]);
    }

    /// <summary>The offset at which a line begins; the end of the text past the last one.</summary>
    internal int LineStart(int line)
    {
        var starts = _lineStarts ??= FindLineStarts(Content);
        return line < starts.Length ? starts[line] : Content.Length;
    }

    /// <summary>The offset at which the text of a line ends; a line may be as long as a file.</summary>
    internal int LineEnd(int line)
    {
        var (start, end) = (LineStart(line), LineStart(line + 1));
        while (end > start && Content[end - 1] is ('\r' or '\n'))
            end--;
        return end;
    }

    /// <summary>The text of a line without its end; empty past the last one.</summary>
    public string GetLine(int line)
    {
        var starts = _lineStarts ??= FindLineStarts(Content);
        if (line < 0 || line >= starts.Length)
            return "";
        var end = line + 1 < starts.Length ? starts[line + 1] : Content.Length;
        return Content.Substring(starts[line], end - starts[line]).TrimEnd('\r', '\n');
    }

    /// <summary>The place of a span of this text.</summary>
    public SourceLocation Locate(TextSpan span) =>
        new(Path, span, GetPosition(span.Start), GetPosition(span.End));

    // The exception counts bytes, diagnostics count characters: so the bytes are decoded one by one up to the bad one.
    private static int FirstMalformed(byte[] bytes, int start)
    {
        var strict = new UTF8Encoding(false, true);
        var decoder = strict.GetDecoder();
        var characters = new char[2];
        var offset = 0;
        for (var i = start; i < bytes.Length; i++)
        {
            try
            {
                offset += decoder.GetChars(bytes, i, 1, characters, 0, i == bytes.Length - 1);
            }
            catch (DecoderFallbackException)
            {
                return offset;
            }
        }

        return offset;
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}
