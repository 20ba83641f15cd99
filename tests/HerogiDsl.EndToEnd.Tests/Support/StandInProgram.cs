namespace HerogiDsl.EndToEnd.Tests.Support;

/// <summary>The stand-in as a program of its own, which outlives the sample.</summary>
internal sealed class StandInProgram(Program program, Uri url) : IAsyncDisposable
{
    private const string Banner = "HubSpot stand-in on ";

    public Uri Url => url;

    public static async Task<StandInProgram> StartAsync(string faults, int seed)
    {
        var program = Program.Start(
            null, Places.StandIn, "--urls", "http://127.0.0.1:0", "--token", "T", "--faults", faults, "--seed", $"{seed}");
        var line = await program.HearAsync(Banner);
        return new StandInProgram(program, new Uri(line[Banner.Length..].Trim()));
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
