namespace HerogiDsl.Templates.Rendering;

/// <summary>
/// Data must not climb out of a path: a segment that a hole makes <c>.</c> or <c>..</c> is refused, because
/// percent-encoding does not keep clients and servers from following it.
/// </summary>
internal static class PathSegments
{
    public static void Check(string path, List<(int Start, int Offset)> holes)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        end = end < 0 ? path.Length : end;
        foreach (var (start, offset) in holes)
        {
            if (start > end)
            {
                break;
            }

            var from = start == 0 ? 0 : path.LastIndexOf('/', start - 1) + 1;
            var next = path.IndexOf('/', start);
            var to = next < 0 || next > end ? end : next;
            if (path.AsSpan(from, Math.Max(0, to - from)) is "." or "..")
            {
                throw new TemplateFaultException("the value makes a path segment '.' or '..', which leads elsewhere", offset);
            }
        }
    }
}
