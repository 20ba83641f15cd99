using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HubSpotStandIn.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace HubSpotStandIn.Tests.Calls;

/// <summary>A stand-in on a free port of the loopback, a clock that a test moves, and a caller of it.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    public const string Dated = "/crm/objects/2026-03";
    public const string Version3 = "/crm/v3/objects";
    public const string Token = "token-of-the-tests";

    private static readonly DateTimeOffset Start = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly HttpClient client;

    private StandIn(StandInServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        client = new HttpClient { BaseAddress = server.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public StandInServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<StandIn> StartAsync(Func<StandInOptions, StandInOptions>? configure = null)
    {
        var clock = new FakeTimeProvider(Start);
        var options = new StandInOptions { Token = Token, Clock = clock, SearchDelay = TimeSpan.FromSeconds(2) };
        var server = await StandInServer.StartAsync(configure?.Invoke(options) ?? options);
        return new StandIn(server, clock);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? body = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        if (authorization is not null)
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
        var headers = answer.Headers.ToDictionary(
            header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply(answer.StatusCode, isJson ? JsonNode.Parse(text)!.AsObject() : [], text, headers);
    }

    public async Task<string> CreateContactAsync(string email, string prefix = Dated)
    {
        var reply = await PostAsync($"{prefix}/contacts", $$$"""{"properties":{"email":"{{{email}}}"}}""");
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return reply.Text("id");
    }

    public async Task<string> CreateCompanyAsync(string name, string prefix = Dated)
    {
        var body = new JsonObject { ["properties"] = new JsonObject { ["name"] = name } };
        var reply = await PostAsync($"{prefix}/companies", body.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return reply.Text("id");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }
}

internal sealed record Reply(
    HttpStatusCode Status, JsonObject Body, string Raw, IReadOnlyDictionary<string, string> Headers)
{
    public static Reply Of(string json) =>
        new(HttpStatusCode.OK, JsonNode.Parse(json)!.AsObject(), json, new Dictionary<string, string>());

    public JsonNode this[string path] => Find(path)
        ?? throw new KeyNotFoundException($"no '{path}' in {Body.ToJsonString()}");

    public string Text(string path) => this[path].GetValue<string>();

    public int Number(string path) => this[path].GetValue<int>();

    public IReadOnlyList<string> Texts(string list, string member) =>
        [.. this[list].AsArray().Select(item => Walk(item, member)!.GetValue<string>())];

    public JsonNode? Find(string path) => Walk(Body, path);

    public override string ToString() => $"{(int)Status} {Raw}";

    /// <summary>Follows names and positions: <c>results.0.properties.email</c>.</summary>
    private static JsonNode? Walk(JsonNode? node, string path) => path.Split('.').Aggregate(node, (current, step) =>
        current is JsonArray list
            ? list.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture))
            : current?[step]);
}
