using System.Collections.Immutable;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Syntax;

/// <summary>The `///` lines before a declaration, each without its slashes and one leading blank.</summary>
internal sealed record Documentation(ImmutableArray<string> Lines, TextSpan Span)
{
    /// <summary>Whether a line is exactly <paramref name="tag"/>, such as <c>@personal</c>.</summary>
    public bool HasTag(string tag) => Lines.Any(line => line.Trim() == tag);
}
