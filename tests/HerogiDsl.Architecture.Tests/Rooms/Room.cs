using HerogiDsl.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HerogiDsl.Architecture.Tests.Rooms;

/// <summary>A stage of the compiler: a folder, and so a namespace, that may use the rooms before it.</summary>
internal static class Room
{
    private const string Compiler = "HerogiDsl.Compiler";
    private const string Folder = "src/HerogiDsl.Compiler/";

    /// <summary>The rooms in the order of their knowledge.</summary>
    public static readonly IReadOnlyList<string> InOrder =
    [
        "Text", "Diagnostics", "Syntax", "Parsing", "Formatting", "Symbols", "Binding", "Analysis.Facts", "Analysis.Checks",
        "Explaining", "CSharp", "Lowering.Model", "Lowering", "Emit", "Graphs",
    ];

    /// <summary>The room of a file; null for those at the top, which join the rooms together.</summary>
    public static string? OfFile(string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
            return null;
        var folders = path[Folder.Length..path.LastIndexOf('/').AtLeast(Folder.Length)];
        return Of(folders.Replace('/', '.'));
    }

    /// <summary>The rooms whose names a file mentions, each with a place.</summary>
    public static IEnumerable<(string Room, string Place)> MentionedBy(SourceFile file)
    {
        var names = file.Root.DescendantNodes().Where(IsOutermostName).Select(node => (Node: node, Text: Plain(node)));
        foreach (var (node, text) in names)
        {
            var inside = text.StartsWith(Compiler + ".", StringComparison.Ordinal) ? text[(Compiler.Length + 1)..]
                : text.StartsWith("Compiler.", StringComparison.Ordinal) ? text["Compiler.".Length..]
                : text;

            // A single word is a type or a member, not the name of a room.
            var isWhole = node.Parent is UsingDirectiveSyntax || inside.Contains('.', StringComparison.Ordinal);
            if (isWhole && Of(inside) is { } room)
                yield return (room, file.Place(node.GetLocation()));
        }
    }

    private static string? Of(string name) => InOrder
        .Where(room => name == room || name.StartsWith(room + ".", StringComparison.Ordinal))
        .MaxBy(room => room.Length);

    private static bool IsOutermostName(SyntaxNode node) =>
        node is NameSyntax or MemberAccessExpressionSyntax
        && node.Parent is not (NameSyntax or MemberAccessExpressionSyntax or BaseNamespaceDeclarationSyntax);

    private static string Plain(SyntaxNode node) =>
        node.ToString().Replace("global::", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);

    private static int AtLeast(this int value, int least) => Math.Max(value, least);
}
