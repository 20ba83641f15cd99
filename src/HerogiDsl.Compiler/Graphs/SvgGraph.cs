using HerogiDsl.Compiler.Graphs.Svg;

namespace HerogiDsl.Compiler.Graphs;

/// <summary>Pictures as SVG, one below the other.</summary>
internal static class SvgGraph
{
    private const double Margin = 24;
    private const double Heading = 60;
    private const double Between = 48;
    private const double LeastWidth = 320;
    private const int LongestAbout = 110;

    public static string Write(IReadOnlyList<Picture> pictures)
    {
        var scenes = pictures.Select(Scene.Of).ToArray();
        var headings = pictures.Select(About).ToArray();
        var width = (2 * Margin) + scenes.Select(scene => scene.Width)
            .Concat(pictures.Select(picture => TextWidth.Bold(picture.Name, 20)))
            .Concat(headings.Select(about => TextWidth.Mono(about, 12.5)))
            .DefaultIfEmpty(0).Max();
        width = Math.Max(width, LeastWidth);
        var height = (2 * Margin) + scenes.Sum(scene => Heading + scene.Height) + (Between * Math.Max(0, scenes.Length - 1));
        var writer = new SvgWriter();
        writer.Element(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", width),
                ("height", height),
                ("viewBox", $"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(height)}"),
                ("role", "img"),
            ],
            () => Content(writer, scenes, headings));
        return writer.ToString();
    }

    private static void Content(SvgWriter writer, Scene[] scenes, string[] headings)
    {
        writer.Text("title", string.Join(", ", scenes.Select(scene => scene.Picture.Name)));
        writer.Text("style", "\n" + SvgStyle.Sheet.Replace("\r", "") + "\n");
        writer.Empty("rect", ("class", "page"), ("width", "100%"), ("height", "100%"));
        var y = Margin;
        for (var i = 0; i < scenes.Length; i++)
        {
            var scene = scenes[i];
            writer.Text("text", scene.Picture.Name, ("class", "title"), ("x", Margin), ("y", y + 18));
            writer.Text("text", headings[i], ("class", "about"), ("x", Margin), ("y", y + 38));
            var place = $"translate({SvgWriter.Number(Margin)} {SvgWriter.Number(y + Heading)})";
            writer.Element("g", [("transform", place)], () => SceneWriter.Write(writer, scene));
            y += Heading + scene.Height + Between;
        }
    }

    private static string About(Picture picture) =>
        string.Concat(TextBreaker.Lines(picture.Documentation, LongestAbout, 1));
}
