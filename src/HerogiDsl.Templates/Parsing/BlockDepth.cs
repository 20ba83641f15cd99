namespace HerogiDsl.Templates.Parsing;

/// <summary>Counts how deep the blocks of a template go; each <c>else if</c> goes one deeper until the <c>end</c>.</summary>
internal sealed class BlockDepth
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "if", "for", "while", "case", "capture", "func", "with", "wrap", "do", "tablerow",
    };

    private readonly Stack<int> open = new();
    private bool afterElse;

    public int Depth { get; private set; }

    public void Read(string word, bool isMember)
    {
        var continues = afterElse && word == "if";
        afterElse = word == "else" && !isMember;
        if (isMember)
        {
            return;
        }

        if (word == "end" && open.Count > 0)
        {
            Depth -= open.Pop();
        }
        else if (continues && open.Count > 0)
        {
            open.Push(open.Pop() + 1);
            Depth++;
        }
        else if (Openers.Contains(word))
        {
            open.Push(1);
            Depth++;
        }
    }
}
