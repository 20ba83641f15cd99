using System.Text;
using HerogiDsl.Compiler.Binding.Bound;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Templates in plain words: their holes by what is put there.</summary>
internal static class TemplateWords
{
    private const int Longest = 160;

    // example: /contacts/{{ session.contactId }} is /contacts/{contact id}
    public static string Of(BoundTemplate template)
    {
        var said = new StringBuilder();
        var at = 0;
        while (at < template.Value.Length)
        {
            var open = template.Value.IndexOf("{{", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : template.Value.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
                break;
            said.Append(template.Value, at, open - at);
            said.Append(Hole(template.Value.Substring(open + 2, close - open - 2).Trim('-', '~', ' ', '\n')));
            at = close + 2;
        }

        said.Append(template.Value, at, template.Value.Length - at);
        var line = string.Join(" ", said.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line.Substring(0, Longest) + "…";
    }

    /// <summary>A template that is one single hole by what it holds; any other by its text.</summary>
    public static string Value(BoundTemplate template, ExpressionWords words)
    {
        var text = template.Value.Trim();
        var isHole = text.StartsWith("{{", StringComparison.Ordinal)
            && text.IndexOf("}}", StringComparison.Ordinal) == text.Length - 2;
        return isHole && template.Reads is [BoundTemplateRead read] ? words.Of(read.Expression) : Of(template);
    }

    /// <summary>What is read into some templates, each once.</summary>
    public static IReadOnlyList<string> Reads(
        IEnumerable<BoundTemplate> templates, Func<BoundTemplate, ExpressionWords> words) =>
    [
        .. templates
            .SelectMany(template => Reads(template.Reads).Select(read => words(template).Of(read)))
            .Where(said => !said.StartsWith("\"", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<BoundExpression> Reads(IEnumerable<BoundTemplateNode> nodes) => nodes.SelectMany(node => node switch
    {
        BoundTemplateRead read => [read.Expression],
        BoundTemplateIf choice => Reads(choice.Then).Concat(Reads(choice.Else)),
        _ => Enumerable.Empty<BoundExpression>(),
    });

    private static string Hole(string code)
    {
        var isPath = code.Length > 0
            && code.All(character => char.IsLetterOrDigit(character) || character is '.' or '_' or '?');
        if (!isPath)
            return "{…}";
        var name = Wording.OfName(code.Substring(code.LastIndexOf('.') + 1));
        return name is "end" or "else" ? "" : "{" + name + "}";
    }
}
