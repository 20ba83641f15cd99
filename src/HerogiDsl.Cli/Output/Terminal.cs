namespace HerogiDsl.Cli.Output;

/// <summary>Whether somebody looks at the output.</summary>
internal static class Terminal
{
    /// <summary>Standard output is a terminal, and nobody asked for plain text (https://no-color.org).</summary>
    public static bool IsOne() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
