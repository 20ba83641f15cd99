using System.Diagnostics;
using System.Threading.Channels;

namespace HerogiDsl.Cli.Tests.Commands;

/// <summary>`herogi check --watch`, run as a process of its own.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Walk = """
        namespace Shop
        event Go { id: string }
        event Saved from http
        connection Crm { url "https://crm.example" }
        scenario Walk {
          start { on Go -> There }
          state There {
            http post Crm "/" returns Saved { idempotent  json file "t.scriban" }
            on Saved -> Done
          }
          end Done
        }
        """;

    private readonly Workplace _place = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));
    private Process? _process;

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.Dispose();
        _place.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task EveryChangeIsCheckedUntilSomebodyInterrupts()
    {
        _place.With("flows/walk.herogi", Walk).With("flows/t.scriban", "{}");
        var process = Start("check", "flows", "--watch");
        await SeeAsync("1 file, no mistakes");

        _place.With("flows/walk.herogi", Walk.Replace("-> Done", "-> Doen", StringComparison.Ordinal));
        await SeeAsync("flows/walk.herogi(9,17): error HRG1001: ");
        _place.With("flows/walk.herogi", Walk);
        await SeeAsync("1 file, no mistakes");
        _place.With("flows/t.scriban", "{{ session.nothing }}");
        await SeeAsync("flows/t.scriban(1,12): error HRG4002: ");
        File.Delete(Path.Combine(_place.Folder, "flows/t.scriban"));
        await SeeAsync("flows/walk.herogi(8,61): error HRG4005: ");
        _place.With("flows/t.scriban", "{}").With("flows/more/b.herogi", "namespace B\nevent {");
        await SeeAsync("flows/more/b.herogi(2,7): error HRG0001: ");
        Directory.Move(Path.Combine(_place.Folder, "flows/more"), Path.Combine(_place.Folder, "flows/other"));
        await SeeAsync("flows/other/b.herogi(2,7): error HRG0001: ");
        Directory.Delete(Path.Combine(_place.Folder, "flows"), recursive: true);
        await SeeAsync("'flows' does not exist: ");
        _place.With("flows/walk.herogi", "event A");
        await SeeAsync("flows/walk.herogi(1,7): warning HRG1013: ");
        _place.With(".editorconfig", "[*.herogi]\ndotnet_diagnostic.HRG1013.severity = error\n");
        await SeeAsync("flows/walk.herogi(1,7): error HRG1013: ");

        using var kill = Process.Start("kill", [IsInterruptIgnored() ? "-TERM" : "-INT", $"{process.Id}"]);
        await SeeAsync("stopped");
        await process.WaitForExitAsync(_limit.Token);
        Assert.Equal(0, process.ExitCode);
    }

    // A shell that runs the tests in the background has the interrupt ignored by all that they start.
    private static bool IsInterruptIgnored()
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        const int Interrupt = 1 << (2 - 1);
        var line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal))
            : null;
        return line is not null && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) & Interrupt) != 0;
    }

    private Process Start(params string[] arguments)
    {
        var process = _process = _place.Start(arguments);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Take(string? line)
    {
        Assert.DoesNotContain('\e', line ?? "");
        if (line is not null)
            _lines.Writer.TryWrite(line);
    }

    private async Task SeeAsync(string beginning)
    {
        var seen = new List<string>();
        try
        {
            do
                seen.Add(await _lines.Reader.ReadAsync(_limit.Token));
            while (!seen[^1].StartsWith(beginning, StringComparison.Ordinal));
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"'{beginning}' was not seen, but\n{string.Join('\n', seen)}");
        }
    }
}
