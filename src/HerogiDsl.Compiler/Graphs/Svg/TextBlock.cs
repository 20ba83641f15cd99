using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Graphs.Svg;

/// <summary>A piece of a line.</summary>
/// <param name="Class">How it looks: a class of the style sheet.</param>
internal sealed record Span(string Text, string Class);

/// <summary>A line.</summary>
/// <param name="Indent">How far it begins to the right; viewers drop blanks at a beginning.</param>
internal sealed record TextLine(double Indent, ImmutableArray<Span> Spans)
{
    public double Width => Indent + Spans.Sum(span => TextWidth.Mono(span.Text, TextBlock.FontSize));
}

/// <summary>Lines under each other.</summary>
internal sealed record TextBlock(ImmutableArray<TextLine> Lines, double Width)
{
    public const double FontSize = 11;
    public const double LineHeight = 15;
    private const double Indent = 13;
    private const int LongestLine = 38;
    private const int MostGuardLines = 5;
    private const int MostDoLines = 3;
    private const int MostActionLines = 3;

    public double Height => Lines.Length * LineHeight;

    /// <summary>What stands at an arrow.</summary>
    public static TextBlock OfArrow(PictureArrow arrow) => Of(arrow.Labels.SelectMany(label => LabelLines(label, arrow.IsStay)));

    /// <summary>What stands in a node, below its name.</summary>
    public static TextBlock OfNode(PictureNode node) => Of(node.Lines
        .SelectMany(line => TextBreaker.Lines(line, LongestLine + 6, MostActionLines)
            .Select((part, i) => Line(i == 0 ? 0 : Indent, part, "action"))));

    private static TextBlock Of(IEnumerable<TextLine> lines)
    {
        ImmutableArray<TextLine> all = [.. lines];
        return new TextBlock(all, all.Select(line => line.Width).DefaultIfEmpty(0).Max());
    }

    private static IEnumerable<TextLine> LabelLines(PictureLabel label, bool isStay)
    {
        var trigger = TextBreaker.Lines(label.Trigger, LongestLine, 2);
        var stay = isStay ? " · stay" : "";
        var guard = label.Guard is null ? "" : "when " + label.Guard;
        var isShort = trigger.Count == 1 && trigger[0].Length + 1 + guard.Length + stay.Length <= LongestLine;
        for (var i = 0; i < trigger.Count; i++)
        {
            var isLast = i == trigger.Count - 1;
            yield return new TextLine(0,
            [
                new Span(trigger[i], "trigger"),
                .. isShort && guard.Length > 0 ? [new Span(" " + guard, "guard")] : Array.Empty<Span>(),
                .. isLast && isStay ? [new Span(stay, "do")] : Array.Empty<Span>(),
            ]);
        }

        if (!isShort)
        {
            foreach (var line in TextBreaker.Lines(guard, LongestLine - 2, MostGuardLines))
                yield return Line(Indent, line, "guard");
        }

        foreach (var line in TextBreaker.Lines(string.Join(", ", label.Do), LongestLine - 2, MostDoLines))
            yield return Line(Indent, line, "do");
    }

    private static TextLine Line(double indent, string text, string look) => new(indent, [new Span(text, look)]);
}
