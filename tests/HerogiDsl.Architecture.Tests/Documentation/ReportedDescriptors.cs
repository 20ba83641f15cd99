using HerogiDsl.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HerogiDsl.Architecture.Tests.Documentation;

/// <summary>The descriptors that some line of the compiler reports, straight or through the catalog.</summary>
internal static class ReportedDescriptors
{
    private const string Catalog = "/Diagnostics/Catalog/";
    private const string List = "DiagnosticDescriptors";

    public static IReadOnlySet<string> In(IReadOnlyList<SourceFile> files)
    {
        var methods = files.Where(file => file.Path.Contains(Catalog, StringComparison.Ordinal))
            .SelectMany(file => file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>())
            .ToLookup(NameOf);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>();
        foreach (var file in files.Where(IsOutside))
            Collect(file.Root, owner: "", reported, waiting);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var name))
        {
            if (!seen.Add(name))
                continue;
            foreach (var method in methods[name])
                Collect(method, name[..name.IndexOf('.', StringComparison.Ordinal)], reported, waiting);
        }

        return reported;
    }

    private static void Collect(SyntaxNode node, string owner, HashSet<string> reported, Queue<string> waiting)
    {
        foreach (var access in node.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            var member = access.Name.Identifier.ValueText;
            var target = access.Expression.ToString();
            if (target == List)
                reported.Add(member);
            else
                waiting.Enqueue($"{target}.{member}");
        }

        // Inside its class, a method is called by its name alone.
        foreach (var call in node.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (owner.Length > 0 && call.Expression is IdentifierNameSyntax name)
                waiting.Enqueue($"{owner}.{name.Identifier.ValueText}");
        }
    }

    private static bool IsOutside(SourceFile file) =>
        !file.Path.Contains(Catalog, StringComparison.Ordinal)
        && !file.Path.EndsWith($"/{List}.cs", StringComparison.Ordinal);

    private static string NameOf(MethodDeclarationSyntax method) =>
        $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText}.{method.Identifier.ValueText}";
}
