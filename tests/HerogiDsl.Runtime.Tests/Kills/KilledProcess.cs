using System.Diagnostics;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Kills;

/// <summary>A process of this very program that runs one explicit test, until it is killed.</summary>
internal static class KilledProcess
{
    private const string Variable = "HEROGI_KILLED";

    /// <summary>What the process was given.</summary>
    public static (string Database, string Url) Arguments =>
        Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var database, var url]
            ? (database, url)
            : throw new InvalidOperationException("only the test that kills it runs this");

    public static Process Start<TTests>(string method, string database, string url)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = $"{database}|{url}" },
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(TTests).Assembly.Location);
        foreach (var argument in new[] { "-explicit", "only", "-method", $"{typeof(TTests).FullName}.{method}" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // Nobody reads what it says, and a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Kills it when it has made some calls.</summary>
    public static async Task KillAsync(Process process, StubServer server, int calls)
    {
        var before = server.Requests.Count;
        var watch = Stopwatch.StartNew();
        while (server.Requests.Count < before + calls && watch.Elapsed < TimeSpan.FromSeconds(20) && !process.HasExited)
            await Task.Delay(1);
        Assert.False(process.HasExited, "it ended by itself");
        Assert.True(server.Requests.Count > before, "it did nothing");
        process.Kill();
        await process.WaitForExitAsync();
    }
}
