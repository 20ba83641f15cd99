using System.ComponentModel;
using System.Diagnostics;

namespace HerogiDsl.Compiler.Tests.Support;

/// <summary>Programs that witness from outside what the tests claim: Node.js, npm, Graphviz.</summary>
internal static class WitnessProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs one to its end; where it is not installed, the test fails with what to install.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string folder, string program, params string[] arguments)
    {
        // On Windows npm is a command file, which only the command interpreter starts.
        string[] command = OperatingSystem.IsWindows() ? ["cmd", "/c", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start, program);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            var packages = program == "dot" ? "Graphviz, on Debian and Ubuntu 'apt-get install graphviz'"
                : "Node.js 20 or newer with npm, on Debian and Ubuntu 'apt-get install nodejs npm'";
            Assert.Fail($"'{program}' is not installed: this test needs {packages}");
            throw;
        }
    }
}
