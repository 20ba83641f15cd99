using System.Diagnostics;
using Compiled;
using HerogiDsl.Runtime.Tests.Actions;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Kills;

/// <summary>Actions and aggregates of a process that is killed. The actions append to a file, so that their calls outlive it.</summary>
public sealed class ActionKillTests
{
    private const string Variable = "HEROGI_KILLED_ACTIONS";
    private const int Sessions = 80;

    [Fact(Explicit = true)]
    public async Task TheProcessThatIsKilled()
    {
        var database = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"only {nameof(EachActionIsDoneAtLeastOnceAnsweredOnceAndEachEventCountsOnce)} runs this");
        await using var host = await StartAsync(database);
        await SendAllAsync(host);
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task EachActionIsDoneAtLeastOnceAnsweredOnceAndEachEventCountsOnce()
    {
        using var folder = new TestFolder();
        var random = new Random(11);
        for (var round = 0; round < 5; round++)
        {
            using var process = Start(folder.Database);
            var (before, enough) = (Calls(folder.Database).Count, random.Next(5, 40));
            var watch = Stopwatch.StartNew();
            while (Calls(folder.Database).Count < before + enough && watch.Elapsed < TimeSpan.FromSeconds(20) && !process.HasExited)
                await Task.Delay(1);
            Assert.False(process.HasExited, "it ended by itself");
            process.Kill();
            await process.WaitForExitAsync();
        }

        await using var host = await StartAsync(folder.Database);
        await SendAllAsync(host);
        await Eventually.IsIdleAsync(host);

        var calls = Calls(folder.Database).GroupBy(call => call).ToList();
        Assert.Equal(2 * Sessions, calls.Count);
        var windows = host.Parts.Store.Read(tables => Enumerable.Range(0, Sessions)
            .SelectMany(number => tables.Aggregates.Read("Spending", $"s{number}"))
            .Where(window => window.Key.Name == "spent")
            .ToList());
        Assert.Equal(Sessions, windows.Count);
        Assert.All(windows, window => Assert.Equal(("3", 2L), (window.Value, window.Count)));
        for (var number = 0; number < Sessions; number++)
        {
            var history = await host.Monitor.GetHistoryAsync($"s{number}", "Scoring");
            Assert.Equal(["moved", "moved"], history.Select(entry => entry.Outcome));
        }
    }

    private static Task<TestHost> StartAsync(string database)
    {
        async Task RecordAsync(string what, ExternContext context)
        {
            await Task.Delay(context.SessionId.Length);
            lock (Variable)
                File.AppendAllText(database + ".calls", $"{what} {context.SessionId} {context.IdempotencyKey}\n");
        }

        var actions = new ScriptedActions
        {
            Score = async (_, context, _) =>
            {
                await RecordAsync("score", context);
                return new Scored(9);
            },
            Notify = (_, context, _) => RecordAsync("notify", context),
        };
        return TestHost.StartAsync(actions.Setup(database));
    }

    private static List<string> Calls(string database)
    {
        if (!File.Exists(database + ".calls"))
            return [];
        using var file = new FileStream(database + ".calls", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        // The last line may be half written when the process is killed; the action is done again then.
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1)];
    }

    private static Task SendAllAsync(TestHost host) => Task.WhenAll(Enumerable.Range(0, Sessions).SelectMany(number => new[]
    {
        host.Herogi.SendAsync($"s{number}", new Purchase(1), new SendOptions { EventId = $"one{number}" }),
        host.Herogi.SendAsync($"s{number}", new Apply("Ada", 1), new SendOptions { EventId = $"apply{number}" }),
        host.Herogi.SendAsync($"s{number}", new Purchase(2), new SendOptions { EventId = $"two{number}" }),
    }));

    private static Process Start(string database)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = database },
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(ActionKillTests).Assembly.Location);
        foreach (var argument in new[] { "-explicit", "only", "-method", $"{typeof(ActionKillTests).FullName}.{nameof(TheProcessThatIsKilled)}" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // Nobody reads what it says, and a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
