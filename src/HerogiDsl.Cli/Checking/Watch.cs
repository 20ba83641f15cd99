using System.Runtime.InteropServices;
using HerogiDsl.Cli.Commands;
using HerogiDsl.Cli.Output;
using HerogiDsl.Cli.Projects;
using Spectre.Console;

namespace HerogiDsl.Cli.Checking;

/// <summary>Checks, and checks again whenever something that was read has changed, come or gone.</summary>
/// <remarks>
/// It looks by itself instead of asking the system to be told: so it works on mounted and network folders alike, and
/// misses nothing that an editor does by renaming.
/// </remarks>
internal static class Watch
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    // A look takes at most a twentieth of the time.
    private const int Rest = 20;

    public static int Run(CheckRequest request, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        try
        {
            WatchAsync(request, output, errors, TimeProvider.System, stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            errors.WriteLine("stopped");
        }

        return HerogiCommand.Success;
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }

    private static async Task WatchAsync(
        CheckRequest request, TextWriter output, TextWriter errors, TimeProvider time, CancellationToken stop)
    {
        var isTerminal = Terminal.IsOne();
        while (true)
        {
            // Taken before the files are read: what changes meanwhile is seen as a change.
            var named = NamedFiles(request);
            var seen = Snapshot.Take(request, named);
            if (isTerminal)
                AnsiConsole.Clear();
            Check(request, output, errors);
            errors.WriteLine("watching; Ctrl+C ends it");
            await output.FlushAsync(stop).ConfigureAwait(false);
            await ChangeAsync(request, named, seen, time, stop).ConfigureAwait(false);
        }
    }

    private static IReadOnlyList<string> NamedFiles(CheckRequest request)
    {
        try
        {
            return ProjectReader.NamedFiles(ProjectFiles.Find(request.Paths, Directory.GetCurrentDirectory()));
        }
        catch (ProjectException)
        {
            // It is told when they are checked.
            return [];
        }
    }

    private static void Check(CheckRequest request, TextWriter output, TextWriter errors)
    {
        try
        {
            var result = CheckResult.Of(request);
            Reports.WriteText(result, output);
            errors.WriteLine(Summary.Of(result.Diagnostics, result.Project.Trees.Length));
        }
        catch (ProjectException exception)
        {
            errors.WriteLine(exception.Message);
        }
    }

    // Until something is other than it was seen, and has come to rest.
    private static async Task ChangeAsync(
        CheckRequest request, IReadOnlyList<string> named, Snapshot seen, TimeProvider time, CancellationToken stop)
    {
        var last = seen;
        while (true)
        {
            var start = time.GetTimestamp();
            var now = Snapshot.Take(request, named);
            if (!now.Equals(seen) && now.Equals(last))
                return;
            last = now;
            var pause = time.GetElapsedTime(start) * Rest;
            await Task.Delay(pause > Shortest ? pause : Shortest, time, stop).ConfigureAwait(false);
        }
    }
}
