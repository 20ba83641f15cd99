using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Syntax;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Generator;

/// <summary>A parsed file. Parsing is a function of the text alone, so that equal texts make equal files.</summary>
internal sealed class ParsedFile(SyntaxTree tree) : IEquatable<ParsedFile>
{
    public SyntaxTree Tree => tree;

    public static ParsedFile Parse(SourceText text) => new(HerogiParser.Parse(text));

    public bool Equals(ParsedFile? other) =>
        other is not null
        && tree.Text.Path == other.Tree.Text.Path
        && tree.Text.Content == other.Tree.Text.Content
        && tree.Text.MalformedAt == other.Tree.Text.MalformedAt;

    public override bool Equals(object? obj) => Equals(obj as ParsedFile);

    public override int GetHashCode() =>
        StringComparer.Ordinal.GetHashCode(tree.Text.Path) ^ StringComparer.Ordinal.GetHashCode(tree.Text.Content);
}
