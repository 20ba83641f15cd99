using System.Collections.Immutable;
using HerogiDsl.Compiler.Syntax;

namespace HerogiDsl.Compiler.Incremental;

/// <summary>The files whose meaning may have changed, because they, or what they name, has changed.</summary>
internal static class AffectedFiles
{
    /// <summary>Null where nearly anything may mean something else now, so that all is to be done anew.</summary>
    public static IReadOnlyList<SyntaxTree>? Between(
        ImmutableArray<SyntaxTree> before, ImmutableArray<SyntaxTree> after, LockedNames? locked)
    {
        if (before.Length != after.Length)
            return null;
        var changed = new List<int>();
        for (var i = 0; i < after.Length; i++)
        {
            if (ReferenceEquals(before[i], after[i]))
                continue;
            if (before[i].Text.Path != after[i].Text.Path || TreeSurface.Of(before[i]).Names != TreeSurface.Of(after[i]).Names)
                return null;
            // By an `extern` that returns it an event becomes an answer, for whoever names it.
            if (TreeSurface.Of(before[i]).Words.Contains("extern") || TreeSurface.Of(after[i]).Words.Contains("extern"))
                return null;
            changed.Add(i);
        }

        return changed.Count > 1 ? null : Reach(after, changed, locked);
    }

    // Who means a file that is affected is affected too.
    private static IReadOnlyList<SyntaxTree> Reach(
        ImmutableArray<SyntaxTree> trees, List<int> changed, LockedNames? locked)
    {
        var surfaces = trees.Select(TreeSurface.Of).ToArray();
        var affected = new HashSet<int>(changed);
        var pending = new Queue<int>(changed);
        while (pending.Count > 0)
        {
            var changedOne = surfaces[pending.Dequeue()];
            for (var i = 0; i < trees.Length; i++)
            {
                if (!affected.Contains(i)
                    && (surfaces[i].MayMean(changedOne) || locked?.MayMean(trees[i], changedOne.Declared) == true))
                {
                    affected.Add(i);
                    pending.Enqueue(i);
                }
            }
        }

        return [.. affected.Select(index => trees[index])];
    }
}
