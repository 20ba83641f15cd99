using System.Diagnostics;
using Spectre.Console;

namespace Acme.Onboarding.Watching;

/// <summary>Shows how it goes: alive on a terminal, line by line elsewhere.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LineBeat = TimeSpan.FromSeconds(1);

    public static Task ShowAsync(Watch watch, Task registering, CancellationToken stopping) =>
        AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true } && AnsiConsole.Profile.Out.IsTerminal
            ? AnsiConsole.Live(new Text("")).StartAsync(context => FollowAsync(
                watch, registering, Beat, (time, glance) => context.UpdateTarget(LivePicture.Draw(time, glance)), stopping))
            : FollowAsync(watch, registering, LineBeat, PrintLine, stopping);

    private static async Task FollowAsync(
        Watch watch, Task registering, TimeSpan beat, Action<TimeSpan, Glance> show, CancellationToken stopping)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            // A registration that cannot be made ends the run.
            if (registering.IsFaulted)
                await registering;
            var glance = await watch.LookAsync(stopping);
            show(clock.Elapsed, glance);
            if (glance.IsOver)
                return;
            await Task.Delay(beat, stopping);
        }
    }

    private static void PrintLine(TimeSpan time, Glance glance)
    {
        var states = string.Join(", ", glance.States.Select(state => FormattableString.Invariant($"{state.State} {state.Count}")));
        Console.WriteLine(FormattableString.Invariant(
            $"{time.TotalSeconds,4:0} s  {glance.Onboarded} of {glance.Customers} onboarded, {glance.Totals.Mails} mails: {states}"));
    }
}
