using System.Runtime.CompilerServices;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>What a file shows to the others, and which of their names it may mean.</summary>
/// <param name="Names">Its namespace, what it uses, and every declaration with its kind: equal texts mean the same to all others.</param>
/// <param name="Declared">The simple names that it declares.</param>
/// <param name="Words">Every word that stands anywhere in it.</param>
/// <param name="MeansAll">Whether it may mean what it does not name: `on any` is about all events.</param>
internal sealed record TreeSurface(string Names, HashSet<string> Declared, HashSet<string> Words, bool MeansAll)
{
    // Of a tree the surface never changes; it goes when the tree goes.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeSurface> Known = new();

    public static TreeSurface Of(SyntaxTree tree) => Known.GetValue(tree, Read);

    private static TreeSurface Read(SyntaxTree tree)
    {
        var words = WordsOf(tree.Text.Content);
        var names = tree.Root.Declarations.Select(declaration => declaration.GetType().Name + " " + declaration.Name.Text)
            .Prepend(string.Join(",", tree.Root.Usings.Select(used => used.Text)))
            .Prepend(tree.Root.Namespace?.Text ?? "");
        return new TreeSurface(
            string.Join("\n", names),
            new HashSet<string>(tree.Root.Declarations.Select(NameOf), StringComparer.Ordinal),
            words,
            words.Contains("any"));
    }

    private static string NameOf(DeclarationSyntax declaration) => declaration.Name.Text;

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' || char.IsSurrogate(text[i]));
            if (isPart && start < 0)
                start = i;
            if (isPart || start < 0)
                continue;
            words.Add(text.Substring(start, i - start));
            start = -1;
        }

        return words;
    }
}
