namespace HerogiDsl.Escaping;

/// <summary>
/// Data must not climb out of a path: a segment that a hole makes <c>.</c> or <c>..</c> is refused, because
/// percent-encoding does not keep clients and servers from following it.
/// </summary>
internal static class PathSegments
{
    public const string Fault = "the value makes a path segment '.' or '..', which leads elsewhere";

    /// <summary>The offset of the hole that makes such a segment; -1 for none.</summary>
    /// <param name="path">The whole path.</param>
    /// <param name="holes">Where in the path each hole begins, and where in the template.</param>
    public static int FindClimber(ReadOnlySpan<char> path, List<(int Start, int Offset)> holes)
    {
        var end = path.IndexOfAny('?', '#');
        end = end < 0 ? path.Length : end;
        foreach (var (start, offset) in holes)
        {
            if (start > end)
                break;
            var from = path[..start].LastIndexOf('/') + 1;
            var next = path[start..].IndexOf('/');
            var to = next < 0 || start + next > end ? end : start + next;
            if (path.Slice(from, Math.Max(0, to - from)) is "." or "..")
                return offset;
        }

        return -1;
    }
}
