using System.Collections.Immutable;
using HerogiDsl.Compiler.Graphs;

namespace HerogiDsl.Cli.Tests.Graphs;

/// <summary>Pictures of scenarios that nobody would write.</summary>
internal static class Pictures
{
    /// <summary>Texts that mean something to XML, Graphviz, Mermaid, Markdown or a terminal.</summary>
    public static readonly ImmutableArray<string> Nasty =
    [
        "session.a == \"x\" and b != 'c'",
        "<script>alert(1)</script> & &amp; &lt; ]]> <!-- -->",
        "back\\slash \\n \\\" \\N \\G \\l end",
        "%%{init: {\"theme\": \"dark\"}}%% %% comment",
        "#quot; #35; `code` **bold** $$x$$ fa:fa-ban; 1. list",
        "end subgraph graph click style class --> -.-> |pipe| (((x))) {{ hole }} [x] ~~~",
        "日本語の長い条件 emoji 😀👩‍👩‍👧 עברית العربية",
        "\u0000\u0001\u001b[31m\uD800 half\uFFFF",
        new string('x', 400),
        string.Join(" and ", Enumerable.Range(0, 60).Select(i => $"session.value{i} > {i}")),
        "",
        "\t\r\n \n",
    ];

    public static Picture OfNastyTexts()
    {
        var nodes = Nasty.Select((text, i) => new PictureNode(
            "State" + i, i % 3 == 0 ? PictureNodeKind.End : PictureNodeKind.State, text, [text, .. Nasty.Take(i)]));
        var arrows = Nasty.Select((text, i) => new PictureArrow(
            0, i + 1, i % 2 == 0, IsStay: false, [new PictureLabel("On" + i, text, [text])]));
        var loops = Nasty.Select((text, i) => new PictureArrow(
            i + 1, i + 1, i % 2 == 0, IsStay: true, [new PictureLabel("After" + i, text, [text])]));
        return new Picture(
            "Nasty",
            string.Join("\n", Nasty),
            [new PictureNode("start", PictureNodeKind.Start, "", []), .. nodes, Anywhere(Nasty)],
            [
                .. arrows,
                .. loops,
                new PictureArrow(Nasty.Length + 1, 1, IsTimer: false, IsStay: false, [new PictureLabel("E", null, [])]),
            ]);
    }

    /// <summary>Any graph at all, the same for the same seed.</summary>
    public static Picture Random(int seed, int mostStates)
    {
        var random = new Random(seed);
        var count = random.Next(1, mostStates);
        var states = Enumerable.Range(0, count).Select(i => new PictureNode(
            Name(random, i),
            random.Next(6) == 0 ? PictureNodeKind.End : PictureNodeKind.State,
            random.Next(2) == 0 ? "" : Text(random),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))]));
        ImmutableArray<PictureNode> nodes =
        [
            new PictureNode("start", PictureNodeKind.Start, "", []),
            .. states,
            .. random.Next(2) == 0 ? [Anywhere(["defer X"])] : Array.Empty<PictureNode>(),
        ];
        var arrows = Enumerable.Range(0, random.Next(count * 3))
            .Select(_ => (From: random.Next(nodes.Length), To: random.Next(1, count + 1)))
            .Concat(Enumerable.Range(0, count).Select(i => (From: random.Next(i + 1), To: i + 1)))
            .Select(ends => new PictureArrow(
                ends.From, ends.To, random.Next(3) == 0, ends.From == ends.To && random.Next(2) == 0, Labels(random)))
            .GroupBy(arrow => (arrow.From, arrow.To, arrow.IsTimer, arrow.IsStay))
            .Select(group => group.First());
        return new Picture("Random" + seed, "", nodes, [.. arrows]);
    }

    private static PictureNode Anywhere(IEnumerable<string> lines) =>
        new("anywhere", PictureNodeKind.Anywhere, "", [.. lines]);

    private static ImmutableArray<PictureLabel> Labels(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new PictureLabel(
            Name(random, 0),
            random.Next(2) == 0 ? null : Text(random),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))])),
    ];

    private static string Name(Random random, int number) => new string('A', random.Next(1, 30)) + number;

    private static string Text(Random random) =>
        string.Join(" ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => new string('m', random.Next(1, 20))));
}
