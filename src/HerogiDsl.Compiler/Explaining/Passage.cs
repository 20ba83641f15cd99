using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>A scenario in plain words.</summary>
internal sealed record Explanation(string Name, ImmutableArray<Passage> Passages);

/// <summary>A piece of it; how wide it is written is not its concern.</summary>
/// <param name="Depth">Of items, how deep they stand, from 0.</param>
internal sealed record Passage(PassageKind Kind, string Text, int Depth = 0);

internal enum PassageKind
{
    Title,
    Heading,
    Subheading,
    Paragraph,
    Item,
}

/// <summary>Collects passages.</summary>
internal sealed class PassageList
{
    private readonly List<Passage> _passages = [];

    public void Title(string text) => _passages.Add(new Passage(PassageKind.Title, text));

    public void Heading(string text) => _passages.Add(new Passage(PassageKind.Heading, text));

    public void Subheading(string text) => _passages.Add(new Passage(PassageKind.Subheading, text));

    /// <summary>A paragraph; nothing for an empty text.</summary>
    public void Paragraph(string text)
    {
        if (text.Length > 0)
            _passages.Add(new Passage(PassageKind.Paragraph, text));
    }

    public void Item(string text, int depth = 0) => _passages.Add(new Passage(PassageKind.Item, text, depth));

    public ImmutableArray<Passage> ToImmutable() => [.. _passages];
}
