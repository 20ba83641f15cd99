using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>The door of this room: a text in, the same text in the common style out.</summary>
internal static class HerogiFormatter
{
    /// <summary>How wide a line may be, where it can be broken.</summary>
    public const int Width = 120;

    /// <summary>Formats <paramref name="text"/>; what has a mistake in its syntax is left as it is.</summary>
    public static FormattedText Format(SourceText text)
    {
        var tree = HerogiParser.Parse(text);
        if (tree.Diagnostics.Length > 0)
            return new FormattedText(null, tree.Diagnostics);
        var tokens = TokenSequence.Of(text);
        var layout = LayoutBuilder.Build(tree.Root, tokens);
        var formatted = string.Join(LineEnd(text.Content), new LayoutWriter(tokens, layout).Write());
        return new FormattedText(IsTheSame(tokens, formatted) ? formatted : text.Content, []);
    }

    // A line end may show the parser that something is missing (a name 'log' that comes to begin a line): such a text
    // stays as it was.
    private static bool IsTheSame(TokenSequence tokens, string formatted)
    {
        var text = new SourceText("", formatted);
        return HerogiParser.Parse(text).Diagnostics.Length == 0 && tokens.Equals(TokenSequence.Of(text));
    }

    // The file's own, where it has one only.
    private static string LineEnd(string content)
    {
        var first = content.IndexOf('\n');
        if (first < 0)
            return "\n";
        for (var at = first; at >= 0; at = content.IndexOf('\n', at + 1))
        {
            if (at == 0 || content[at - 1] != '\r')
                return "\n";
        }

        return "\r\n";
    }
}

/// <summary>What became of a text.</summary>
/// <param name="Content">The text in the common style; null where mistakes in the syntax forbid it.</param>
/// <param name="Diagnostics">Those mistakes.</param>
internal sealed record FormattedText(string? Content, ImmutableArray<Diagnostic> Diagnostics);
