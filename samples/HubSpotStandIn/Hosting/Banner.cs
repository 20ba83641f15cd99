namespace HubSpotStandIn.Hosting;

internal static class Banner
{
    public static string Text(StandInServer server, StandInOptions options)
    {
        var token = options.Token is null ? "any" : "the given one";
        var faults = options.Faults.Faults.IsEmpty ? "none" : $"{options.Faults}, seed {server.Seed}";
        var limit = options.Limit is { } most ? $"{most} calls in ten seconds" : "none";
        var delay = $"{options.SearchDelay.TotalSeconds:0.###} s";
        return $"""
            HubSpot stand-in on {server.Url}
              token {token}; faults {faults}; limit {limit}; searches see objects after {delay}
              {server.Url}_standin/counts shows what is there; Ctrl+C ends it
            """;
    }
}
