using System.Runtime.InteropServices;
using HubSpotStandIn.Hosting;

var line = CommandLine.Parse(args);
if (line.WantsHelp)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}
if (line.Problem is not null)
{
    await Console.Error.WriteLineAsync(line.Problem);
    return 2;
}
try
{
    await using var server = await StandInServer.StartAsync(line.Options);
    Console.WriteLine(Banner.Text(server, line.Options));
    var stopped = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stopped.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
}
catch (InvalidDataException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (Exception exception) when (exception is IOException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"cannot listen on '{line.Options.Address}': {exception.Message}");
    return 1;
}
