using System.Collections.Immutable;
using System.Text;
using HerogiDsl.Compiler.Explaining;
using Spectre.Console;

namespace HerogiDsl.Cli.Output;

/// <summary>Writes explanations: as a text of some width, or as Markdown.</summary>
internal static class ExplanationPrinter
{
    public static string Text(ImmutableArray<Passage> passages, int width)
    {
        var lines = new List<string>();
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            if (i > 0 && IsApart(passages[i - 1], passage))
                lines.Add("");
            switch (passage.Kind)
            {
                case PassageKind.Title:
                    lines.AddRange([passage.Text, new string('=', passage.Text.GetCellWidth())]);
                    break;
                case PassageKind.Heading:
                    lines.AddRange([passage.Text, new string('-', passage.Text.GetCellWidth())]);
                    break;
                case PassageKind.Subheading:
                    lines.Add(passage.Text);
                    break;
                case PassageKind.Item:
                    Wrap(lines, passage.Text, new string(' ', 2 + (4 * passage.Depth)) + "- ", width);
                    break;
                default:
                    Wrap(lines, passage.Text, IsBelowSubheading(passages, i) ? "  " : "", width);
                    break;
            }
        }

        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    public static string Markdown(ImmutableArray<Passage> passages)
    {
        var text = new StringBuilder();
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            if (i > 0 && !(passage.Kind == PassageKind.Item && passages[i - 1].Kind == PassageKind.Item))
                text.AppendLine();
            text.Append(passage.Kind switch
            {
                PassageKind.Title => "# ",
                PassageKind.Heading => "## ",
                PassageKind.Subheading => "### ",
                PassageKind.Item => new string(' ', 2 * passage.Depth) + "* ",
                _ => "",
            }).AppendLine(Escaped(passage.Text));
        }

        return text.ToString();
    }

    private static bool IsApart(Passage before, Passage passage) => passage.Kind switch
    {
        PassageKind.Item => false,
        PassageKind.Paragraph => before.Kind == PassageKind.Title,
        _ => true,
    };

    private static bool IsBelowSubheading(ImmutableArray<Passage> passages, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (passages[i].Kind is PassageKind.Subheading)
                return true;
            if (passages[i].Kind is PassageKind.Heading or PassageKind.Title)
                return false;
        }

        return false;
    }

    private static void Wrap(List<string> lines, string text, string first, int width)
    {
        var margin = first;
        foreach (var line in WordWrap.Lines(Excerpt.Printable(text), width - first.Length))
        {
            lines.Add(margin + line);
            margin = new string(' ', first.Length);
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\\' or '*' or '_' or '`' or '<' or '[' or ']' or '#' or '|')
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
