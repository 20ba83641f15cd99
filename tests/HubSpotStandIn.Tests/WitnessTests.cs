using System.ComponentModel;
using System.Diagnostics;
using HubSpotStandIn.Tests.Calls;

namespace HubSpotStandIn.Tests;

/// <summary>HubSpot's own client for Node takes the stand-in for HubSpot.</summary>
public sealed class WitnessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task HubSpotsOwnClientIsServed()
    {
        await using var hubSpot = await StandIn.StartAsync(options => options with { SearchDelay = TimeSpan.Zero });
        var folder = WitnessFolder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@hubspot", "api-client")))
        {
            await RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }

        var output = await RunAsync(folder, "node", "witness.mjs", hubSpot.Server.Url.OriginalString, StandIn.Token);

        var said = Reply.Of(output);
        Assert.Equal("ann@acme.example", said.Text("created.email"));
        Assert.Equal("2026-10-01T12:00:00.000Z", said.Text("created.createdAt"));
        Assert.Equal(409, said.Number("conflict.code"));
        Assert.Equal("CONFLICT", said.Text("conflict.category"));
        Assert.Equal($"Contact already exists. Existing ID: {said.Text("created.id")}", said.Text("conflict.message"));
        Assert.Equal(401, said.Number("refused.code"));
        Assert.Equal("Ann", said.Text("read.firstname"));
        Assert.Equal(said.Text("created.id"), said.Text("readByEmail.id"));
        Assert.Equal("Anna", said.Text("patched.firstname"));
        Assert.Equal(1, said.Number("searched.total"));
        Assert.Equal(said.Text("company.id"), said.Text("searched.id"));
        Assert.Equal("COMPLETE", said.Text("associated.status"));
        Assert.Equal("[279,1,280,2]", said["associated.typeIds"].ToJsonString());
        Assert.Equal(said.Text("company.id"), said.Text("associations.toObjectId"));
        Assert.Equal("[false,true]", said["upserted.new"].ToJsonString());
        Assert.Equal(1, said.Number("partly.numErrors"));
        Assert.Equal(1, said.Number("partly.results"));
        Assert.Equal("[2,1]", said["pages"].ToJsonString());
        Assert.Equal(404, said.Number("archived.code"));
        Assert.Equal(1, hubSpot.Server.Counts.Companies);
        Assert.Equal(0, hubSpot.Server.Counts.Duplicates);
    }

    [Fact]
    public void TheLockFileNamesNoHostOfARegistry()
    {
        var text = File.ReadAllText(Path.Combine(WitnessFolder(), "package-lock.json"));

        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
        Assert.Contains("\"integrity\"", text, StringComparison.Ordinal);
    }

    private static string WitnessFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var witness = Path.Combine(folder.FullName, "witness");
            if (File.Exists(Path.Combine(witness, "witness.mjs")))
            {
                return witness;
            }
        }
        throw new DirectoryNotFoundException($"no folder 'witness' above '{AppContext.BaseDirectory}'");
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var command = $"'{program} {string.Join(' ', arguments)}'";
        using var process = Start(folder, program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end within {Patience.TotalMinutes} minutes");
        }
        Assert.True(process.ExitCode == 0,
            $"{command} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }

    private static Process Start(string folder, string program, string[] arguments)
    {
        // On Windows npm is a command file, which only the command interpreter starts.
        string[] command = OperatingSystem.IsWindows() ? ["cmd", "/c", program, .. arguments] : [program, .. arguments];
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception)
        {
            Assert.Fail($"'{program}' is not installed: this test needs Node.js 20 or newer with npm, "
                + "on Debian and Ubuntu 'apt-get install nodejs npm'");
            throw;
        }
    }
}
