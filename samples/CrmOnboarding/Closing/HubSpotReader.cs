using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Acme.Onboarding.Options;

namespace Acme.Onboarding.Closing;

/// <summary>Reads what HubSpot has, past the runtime and by HubSpot's own calls: an independent witness.</summary>
internal sealed class HubSpotReader : IDisposable
{
    private const string Objects = "crm/objects/2026-03";
    private const int Tries = 12;
    private const int PageSize = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };

    public HubSpotReader(Uri hubSpot, string token)
    {
        client.BaseAddress = new Uri(hubSpot.AbsoluteUri.TrimEnd('/') + "/");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Asks whether HubSpot is there and takes the token.</summary>
    /// <exception cref="UsageException">It is not, or does not.</exception>
    public async Task KnockAsync()
    {
        try
        {
            await ReadPageAsync($"{Objects}/contacts?limit=1", CancellationToken.None);
        }
        catch (HttpRequestException problem)
        {
            throw new UsageException(problem.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                    $"'--token': {client.BaseAddress} does not take it ({(int)problem.StatusCode}): expected that of a private app",
                null => $"'--hubspot {client.BaseAddress}' does not answer: is it running?",
                var status => $"'--hubspot {client.BaseAddress}' answers with {(int)status}: expected HubSpot, or the stand-in",
            });
        }
    }

    public async Task<HubSpotLedger> ReadAsync(CancellationToken cancellationToken) => new(
        await ReadAllAsync($"{Objects}/contacts?limit={PageSize}&properties=email&associations=companies", cancellationToken),
        await ReadAllAsync($"{Objects}/companies?limit={PageSize}&properties=name", cancellationToken));

    public void Dispose() => client.Dispose();

    private async Task<IReadOnlyList<HubSpotObject>> ReadAllAsync(string path, CancellationToken cancellationToken)
    {
        var all = new List<HubSpotObject>();
        string? after = null;
        do
        {
            var page = await ReadPageAsync(after is null ? path : $"{path}&after={after}", cancellationToken);
            all.AddRange(page.Results);
            after = page.Paging?.Next?.After;
        }
        while (after is not null);
        return all;
    }

    private async Task<Page> ReadPageAsync(string path, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await client.GetFromJsonAsync<Page>(path, cancellationToken)
                    ?? throw new HttpRequestException("an empty answer");
            }
            catch (HttpRequestException problem) when (left > 1 && MayPass(problem))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static bool MayPass(HttpRequestException problem) =>
        problem.StatusCode is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private sealed record Page(IReadOnlyList<HubSpotObject> Results, Paging? Paging);

    private sealed record Paging(Next? Next);

    private sealed record Next(string? After);
}
