using System.Text.Json;
using System.Text.Json.Nodes;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Faults;

namespace HubSpotStandIn.Hosting;

// /_standin/counts, /_standin/objects and /_standin/faults: for tests, never counted and never faulty
internal sealed class ControlCalls(Census census, FaultDice dice)
{
    public const string Prefix = "/_standin";

    public void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup(Prefix);
        routes.MapGet("/counts", () => Results.Json(census.Count(), Answer.Readable));
        routes.MapGet("/objects", () =>
            Results.Json(new { Contacts = census.Contacts(), Companies = census.Companies() }, Answer.Readable));
        routes.MapGet("/faults", () => Results.Json(Faults(), Answer.Readable));
        routes.MapPut("/faults", SetFaultsAsync);
    }

    // 429=0.05,lost=0.02   or   {"faults":"429=0.05,lost=0.02","seed":7}
    private async Task<IResult> SetFaultsAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = (await reader.ReadToEndAsync(request.HttpContext.RequestAborted)).Trim();
        if (!TryRead(text, out var faults, out var seed))
        {
            return Refuse("expected a text such as 429=0.05,lost=0.02 or "
                + "an object such as {\"faults\":\"429=0.05,lost=0.02\",\"seed\":7}");
        }
        if (!FaultPlan.TryParse(faults, out var plan, out var problem))
        {
            return Refuse(problem);
        }
        dice.Set(plan, seed);
        return Results.Json(Faults(), Answer.Readable);
    }

    private static bool TryRead(string text, out string faults, out int? seed)
    {
        (faults, seed) = (text, null);
        if (!text.StartsWith('{'))
        {
            return true;
        }
        try
        {
            var body = JsonSerializer.Deserialize<FaultsBody>(text, Answer.Readable);
            (faults, seed) = (body?.Faults ?? "", body?.Seed);
            return body?.Faults is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private FaultsBody Faults() => new(dice.Plan.ToString(), dice.Seed);

    private static IResult Refuse(string problem) => Answer.Json(StatusCodes.Status400BadRequest,
        new JsonObject { ["status"] = "error", ["message"] = problem });

    private sealed record FaultsBody(string? Faults, int? Seed);
}
