namespace HerogiDsl.Cli.Completion;

/// <summary>The scripts with which shells ask this program how a line may go on.</summary>
internal static class ShellScripts
{
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of that shell; null where there is none.</summary>
    public static string? Of(string shell)
    {
        if (!Shells.Contains(shell, StringComparer.Ordinal))
            return null;
        using var script = typeof(ShellScripts).Assembly.GetManifestResourceStream("completion." + shell);
        if (script is null)
            return null;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
