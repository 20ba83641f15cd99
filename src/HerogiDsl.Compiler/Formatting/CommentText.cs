using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Formatting;

/// <summary>How comments are written.</summary>
internal static class CommentText
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>Whether it goes up to the end of its line.</summary>
    public static bool IsOfLine(this Comment comment) => comment.Text.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Its lines; the later ones of a block of stars stand below its first star.</summary>
    public static string[] Lines(this Comment comment, int column)
    {
        var lines = comment.Text.Split(LineEnds, StringSplitOptions.None);
        var isOfStars = lines.Skip(1).All(line => line.TrimStart().StartsWith("*", StringComparison.Ordinal));
        for (var i = 0; i < lines.Length; i++)
            lines[i] = i > 0 && isOfStars ? new string(' ', column + 1) + lines[i].Trim() : lines[i].TrimEnd();
        return lines;
    }

    public static bool SaysTheSameAs(this Comment comment, Comment other) =>
        comment.Lines(0).SequenceEqual(other.Lines(0));
}
