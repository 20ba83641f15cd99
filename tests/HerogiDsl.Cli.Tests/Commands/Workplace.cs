using System.Diagnostics;

namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>A folder of its own, in which the real program is started.</summary>
internal sealed class Workplace : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("herogi-");

    public string Folder => _folder.FullName;

    public Workplace With(string path, string content)
    {
        var whole = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText(whole, content.ReplaceLineEndings("\n"));
        return this;
    }

    public Workplace With(string path, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Folder, path), content);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public Task<Outcome> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<Outcome> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await OutcomeOf(process);
    }

    /// <summary>Runs a program of the system, which finds `herogi` in its path.</summary>
    public async Task<Outcome> RunShellAsync(string shell, string script)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "herogi.dll");
        With("tools/herogi", $"#!/bin/sh\nexec dotnet '{program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(Folder, "tools/herogi"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = StartInfo(shell, ["-c", script]);
        start.Environment["PATH"] = Path.Combine(Folder, "tools") + ":" + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        return await OutcomeOf(process);
    }

    public Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "herogi.dll");
        return Process.Start(StartInfo("dotnet", [program, .. arguments]))!;
    }

    private ProcessStartInfo StartInfo(string program, string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = Folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static async Task<Outcome> OutcomeOf(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return new Outcome(process.ExitCode, Lines(await output), Lines(await errors));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How the program ended, and what it wrote.</summary>
internal sealed record Outcome(int ExitCode, string[] Output, string[] Errors);
