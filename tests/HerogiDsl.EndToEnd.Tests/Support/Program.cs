using System.Diagnostics;
using System.Text;

namespace HerogiDsl.EndToEnd.Tests.Support;

/// <summary>A program that runs on its own, whose output is kept.</summary>
internal sealed class Program : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly Lock gate = new();
    private readonly List<(string Text, TaskCompletionSource<string> Found)> waits = [];

    private Program(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (gate)
            {
                return output.ToString();
            }
        }
    }

    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    public static Program Start(string? folder, params string[] arguments) => Start("dotnet", folder, [], arguments);

    public static Program Start(
        string file, string? folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        // What is said is compared: in English, and without what a build tells its caller's terminal.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Program(start);
    }

    public static Task<(int ExitCode, string Output)> RunAsync(string? folder, params string[] arguments) =>
        RunAsync("dotnet", folder, [], arguments);

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string file, string? folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        await using var program = Start(file, folder, environment, arguments);
        return (await program.ExitAsync(), program.Output);
    }

    /// <summary>The first line that contains a text.</summary>
    public async Task<string> HearAsync(string text)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waits.Add((text, found));
            foreach (var line in output.ToString().Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal)))
            {
                found.TrySetResult(line);
            }
        }
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(found.Task, ended).WaitAsync(Patience) == ended && !found.Task.IsCompleted)
        {
            Assert.Fail($"ended with {process.ExitCode} before it said '{text}':\n{Output}");
        }
        return await found.Task;
    }

    public async Task<int> ExitAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"still running after {Patience}:\n{Output}");
        }
        return process.ExitCode;
    }

    // SIGKILL: nothing of the program gets a chance to tidy up.
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (gate)
        {
            output.Append(line).Append('\n');
            foreach (var (_, found) in waits.Where(wait => line.Contains(wait.Text, StringComparison.Ordinal)))
            {
                found.TrySetResult(line);
            }
        }
    }
}
