using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Generator;

/// <summary>A file that a template may be in.</summary>
internal sealed record TemplateFile(string Path, string Content, int? MalformedAt)
{
    public static TemplateFile From(SourceText text) => new(text.Path, text.Content, text.MalformedAt);

    public SourceText ToSourceText() => new(Path, Content, MalformedAt);
}
