using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HerogiDsl.Benchmarks.Scenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HerogiDsl.Benchmarks.Scale;

/// <summary>What a process of its own does with a store that is there: it starts, stirs sessions, and tells what it saw.</summary>
internal static class ScaleRun
{
    public const string Argument = "scale-run";

    private const int Senders = 64;
    private const int Events = 20_000;

    /// <summary>Runs in the child.</summary>
    /// <param name="arguments">The database, its sessions, when some of them fall due, and the retention of history in days.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var database = arguments[0];
        var sessions = Number(arguments[1]);
        var due = DueTimes.Parse(arguments[2]);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            arguments[3] == "-" ? [] : [new("HerogiDsl:HistoryRetention", arguments[3] + ".00:00:00")]);
        builder.Services.AddHerogi(herogi => herogi.UseSqlite(database).AddScenarios(
            HerogiScenarios.Module with { Scenarios = [Sleepers.Definition], Connections = [] }));
        using var host = builder.Build();
        var start = Stopwatch.GetTimestamp();
        await host.StartAsync();
        var herogi = host.Services.GetRequiredService<IHerogi>();
        await herogi.SendAsync(Filling.Session(sessions - 1), new Stir());
        var started = Stopwatch.GetElapsedTime(start);

        var late = await WatchAsync(host.Services.GetRequiredService<IHerogiMonitor>(), due);
        var (rate, longest) = await StirAsync(herogi, sessions);
        using var process = Process.GetCurrentProcess();
        var seen = new Seen(
            started.TotalMilliseconds,
            rate,
            longest,
            late,
            process.PeakWorkingSet64 / 1024.0 / 1024.0,
            GC.GetTotalMemory(false) / 1024.0 / 1024.0);
        Console.WriteLine(JsonSerializer.Serialize(seen, ScaleShapes.Default.Seen));
        await host.StopAsync();
        return 0;
    }

    /// <summary>Runs a child.</summary>
    public static Seen Start(string database, int sessions, DueTimes? due = null, int? retentionDays = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(ScaleRun).Assembly.Location);
        var retention = retentionDays is { } days ? Text(days) : "-";
        string[] arguments = [Argument, database, Text(sessions), (due ?? DueTimes.None).ToString(), retention];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start) ?? throw new InvalidOperationException("the child did not start");
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return JsonSerializer.Deserialize(output, ScaleShapes.Default.Seen)
            ?? throw new InvalidOperationException($"the child said '{output}'");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // How long after its time each timer's step was written, at the worst; the history tells.
    private static async Task<double> WatchAsync(IHerogiMonitor monitor, DueTimes due)
    {
        if (due.Count == 0)
            return 0;
        var left = due.Of(due.Count) - TimeProvider.System.GetUtcNow();
        await Task.Delay((left > TimeSpan.Zero ? left : TimeSpan.Zero) + TimeSpan.FromSeconds(1));
        var worst = 0.0;
        for (var number = 0; number < due.Count; number++)
        {
            var entry = (await monitor.GetHistoryAsync(Filling.Session(number))).FirstOrDefault(one => one.To == "Awake");
            worst = Math.Max(worst, entry is null ? double.PositiveInfinity : (entry.At - due.Of(number)).TotalMilliseconds);
        }

        return worst;
    }

    private static async Task<(double Rate, double Longest)> StirAsync(IHerogi herogi, int sessions)
    {
        var stir = new Stir();
        var longest = new double[Senders];
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            // Neighbours in time are far from one another in the store.
            for (var number = sender; number < Events; number += Senders)
            {
                var session = number * 618_033L % sessions;
                var sent = Stopwatch.GetTimestamp();
                await herogi.SendAsync(Filling.Session(session), stir);
                longest[sender] = Math.Max(longest[sender], Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        })));
        return (Events / Stopwatch.GetElapsedTime(start).TotalSeconds, longest.Max());
    }
}
