using System.Net;
using System.Text;
using System.Text.Json;
using HerogiDsl;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

// Stands for the bookkeeping: shows what it is told, and answers.
var books = new HttpListener();
books.Prefixes.Add($"http://127.0.0.1:{args[0]}/");
books.Start();
var told = Task.Run(async () =>
{
    var call = await books.GetContextAsync();
    using var reader = new StreamReader(call.Request.InputStream);
    Console.WriteLine($"{call.Request.HttpMethod} {call.Request.RawUrl} {call.Request.Headers["Authorization"]}");
    Console.WriteLine(await reader.ReadToEndAsync());
    call.Response.ContentType = "application/json";
    call.Response.Close(Encoding.UTF8.GetBytes("""
        { "number": 7, "due": "2026-03-01T10:00:00Z", "lines": [{ "item": "tea", "count": 2, "price": 1.5 }], "extra": [1, "x"] }
        """), willBlock: true);
});

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Configuration["HerogiDsl:Config:booksUrl"] = $"http://127.0.0.1:{args[0]}";
builder.Configuration["HerogiDsl:Secrets:booksToken"] = "secret";
builder.Services.AddHealthChecks();
builder.Services.AddHerogi(herogi => herogi.UseSqlite("shop.db").AddScenarios());
using var host = builder.Build();
await host.StartAsync();

var herogi = host.Services.GetRequiredService<IHerogi>();
using var extra = JsonDocument.Parse("""{ "gift": true, "note": "a \"b\"" }""");
await herogi.SendAsync("order-1", new Order(
    "ada@acme.io",
    "Ada \"B\" & Söhne",
    [new Line("tea", 2, 1.5m, Size.Large), new Line("biscuits", 10, 0.25m, Size.Small)],
    EquatableMap.From<string>([new("first", "a b&c")]),
    new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(1)),
    new DateOnly(1815, 12, 10),
    TimeSpan.FromHours(36),
    extra.RootElement));
await told;
while (!Directory.Exists("mails") || Directory.GetFiles("mails", "*.eml").Length == 0)
    await Task.Delay(20);
foreach (var line in File.ReadLines(Directory.GetFiles("mails", "*.eml")[0]).Where(line => !IsOfTheDay(line)))
    Console.WriteLine(line);

if (await herogi.GetStateAsync<Orders.State>("order-1") is Orders.Packing { Order: var order } packing)
    Console.WriteLine($"packing {packing.Number} of {order.Customer}: {packing.Total}, due {packing.Due:O}");
await herogi.SendAsync("order-1", new Shipped());
while (await herogi.GetStateAsync<Orders.State>("order-1") is not null)
    await Task.Delay(20);
await host.StopAsync();
Console.WriteLine("delivered");

static bool IsOfTheDay(string line) =>
    line.StartsWith("Date:", StringComparison.Ordinal) || line.StartsWith("Message-Id:", StringComparison.Ordinal)
    || line.Contains("=-", StringComparison.Ordinal);
