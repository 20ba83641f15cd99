using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>Arrows that the author wrote below each other stay below each other.</summary>
/// <remarks>
/// Those are the arrows of lines that follow each other, at one column, of which one has two blanks before it at least.
/// </remarks>
internal sealed class ArrowColumns(
    TokenSequence tokens, IReadOnlyDictionary<int, LinePosition> written, int[] lineOf)
{
    /// <summary>Moves the arrows in <paramref name="lines"/>; with each comes the first token of its transition.</summary>
    public void Align(IEnumerable<(int Arrow, int First)> arrows, List<string> lines)
    {
        var run = new List<int>();
        var shared = written.Values.ToLookup(place => place.Line);
        foreach (var (arrow, first) in arrows.OrderBy(pair => pair.Arrow))
        {
            var isAlone = tokens.Position(arrow).Line != tokens.Position(first).Line
                || lineOf[arrow] != lineOf[first]
                || shared[lineOf[arrow]].Count() > 1;
            if (run.Count > 0 && (isAlone || !Continues(run[^1], arrow)))
                AlignRun(run, lines);
            if (!isAlone)
                run.Add(arrow);
        }

        AlignRun(run, lines);
    }

    private bool Continues(int before, int arrow) =>
        written[arrow].Line == written[before].Line + 1
        && tokens.Position(arrow).Column == tokens.Position(before).Column;

    private void AlignRun(List<int> run, List<string> lines)
    {
        if (run.Count > 1 && run.Any(IsMoved))
        {
            var column = run.Max(arrow => written[arrow].Column);
            var moved = run.ConvertAll(arrow => Moved(lines[written[arrow].Line], written[arrow].Column, column));
            for (var i = 0; i < run.Count && moved.TrueForAll(line => line.Length <= HerogiFormatter.Width); i++)
                lines[written[run[i]].Line] = moved[i];
        }

        run.Clear();
    }

    private bool IsMoved(int arrow) =>
        !tokens.HasCommentsBefore(arrow)
        && tokens.LineEnds(tokens.EndBefore(arrow), tokens.Span(arrow).Start) == 0
        && tokens.Span(arrow).Start - tokens.EndBefore(arrow) > 1;

    private static string Moved(string line, int from, int to) => line.Insert(from, new string(' ', to - from));
}
