using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>What a file shows to the others, and which of their names it may mean.</summary>
/// <param name="Names">Its namespace, what it uses, and every declaration with its kind: equal texts mean the same to all others.</param>
/// <param name="Declared">The simple names that it declares.</param>
/// <param name="Words">Every word that stands anywhere in it.</param>
/// <param name="Namespace">The namespace that it names; null where the project's holds.</param>
/// <param name="Usings">The namespaces that it uses.</param>
/// <param name="MeansAll">Whether it may mean what it does not name: `on any` is about all events.</param>
internal sealed record TreeSurface(
    string Names, HashSet<string> Declared, HashSet<string> Words, string? Namespace, HashSet<string> Usings, bool MeansAll)
{
    // Of a tree the surface never changes; it goes when the tree goes.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeSurface> Known = new();

    public static TreeSurface Of(SyntaxTree tree) => Known.GetValue(tree, Read);

    private static TreeSurface Read(SyntaxTree tree)
    {
        var words = WordsOf(tree.Text.Content, out var meansAll);
        var names = tree.Root.Declarations.Select(declaration => declaration.GetType().Name + " " + declaration.Name.Text)
            .Prepend(string.Join(",", tree.Root.Usings.Select(used => used.Text)))
            .Prepend(tree.Root.Namespace?.Text ?? "");
        return new TreeSurface(
            string.Join("\n", names),
            new HashSet<string>(tree.Root.Declarations.Select(NameOf), StringComparer.Ordinal),
            words,
            tree.Root.Namespace?.Text,
            new HashSet<string>(tree.Root.Usings.Select(used => used.Text), StringComparer.Ordinal),
            meansAll);
    }

    /// <summary>Whether it may mean something that <paramref name="other"/> declares.</summary>
    public bool MayMean(TreeSurface other) =>
        MeansAll || (other.Declared.Overlaps(Words) && MaySee(other.Namespace));

    // A namespace that is not in sight can still be written before a name.
    private bool MaySee(string? other) =>
        other is null
        || other == Namespace
        || Usings.Contains(other)
        || Namespace is null
        || Namespace.StartsWith(other + ".", StringComparison.Ordinal)
        || Words.Contains(other.Substring(other.LastIndexOf('.') + 1));

    private static string NameOf(DeclarationSyntax declaration) => declaration.Name.Text;

    private static HashSet<string> WordsOf(string text, out bool meansAll)
    {
        meansAll = false;
        var before = "";
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' || char.IsSurrogate(text[i]));
            if (isPart && start < 0)
                start = i;
            if (isPart || start < 0)
                continue;
            var word = text.Substring(start, i - start);
            words.Add(word);
            meansAll |= word == "any" && before == "on";
            before = word;
            start = -1;
        }

        return words;
    }
}
