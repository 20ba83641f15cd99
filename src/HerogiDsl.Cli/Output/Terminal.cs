namespace HerogiDsl.Cli.Output;

/// <summary>Whether somebody looks at the output.</summary>
/// <remarks>Whether it is coloured then (https://no-color.org) is for the console to know.</remarks>
internal static class Terminal
{
    public static bool IsOne() =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
}
