namespace HerogiDsl.Compiler.Diagnostics.Configuration;

/// <summary>A file that configures severities: an <c>.editorconfig</c> or a <c>.globalconfig</c>.</summary>
/// <param name="Path">Its whole path: an <c>.editorconfig</c> speaks of what is below its folder.</param>
/// <param name="Content">What it says.</param>
internal sealed record ConfigurationText(string Path, string Content);
