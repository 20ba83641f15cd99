using System;
using System.IO;
using System.Threading.Tasks;
using HerogiDsl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parcels;
using Shop;

var database = Path.Combine(AppContext.BaseDirectory, "app.db");
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddHerogi(herogi => herogi.UseSqlite(database).AddScenarios().AddOrders());
using var host = builder.Build();
await host.StartAsync().ConfigureAwait(false);

var herogi = host.Services.GetRequiredService<IHerogi>();
await herogi.SendAsync("1", new Handed(2)).ConfigureAwait(false);
await herogi.SendAsync("1", new Order("tea")).ConfigureAwait(false);
Orders.State? order = null;
Parcel.State? parcel = null;
while (order is null || parcel is null)
{
    await Task.Delay(20).ConfigureAwait(false);
    order = await herogi.GetStateAsync<Orders.State>("1").ConfigureAwait(false);
    parcel = await herogi.GetStateAsync<Parcel.State>("1").ConfigureAwait(false);
}

if (order is Orders.Packing { Order.Item: var item })
{
    Console.WriteLine($"Parcel: {parcel.GetType().Name}, Orders: {order.GetType().Name} {item}");
}

await host.StopAsync().ConfigureAwait(false);
