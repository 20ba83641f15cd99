using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace HerogiDsl.Benchmarks.Compiling;

/// <summary>This program, published as the `herogi` tool is: with machine code for this platform beside the IL.</summary>
internal sealed class ReadyToRunCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("herogi-cold").FullName;

    /// <summary>Publishes it, which takes a while.</summary>
    /// <exception cref="InvalidOperationException">The SDK could not publish it.</exception>
    public ReadyToRunCopy()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "publish", ProjectFile(), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-p:RestorePackagesWithLockFile=false", "--artifacts-path", _folder,
            "-o", Path.Combine(_folder, "out"), "-v", "q", "--nologo",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var publish = Process.Start(start) ?? throw new InvalidOperationException("'dotnet' did not start");
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"'dotnet publish' failed: {output}");
    }

    public string Program => Path.Combine(_folder, "out", "HerogiDsl.Benchmarks.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string ProjectFile() => typeof(ReadyToRunCopy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "ProjectFile").Value
        ?? throw new InvalidOperationException("the program does not know its project");
}
