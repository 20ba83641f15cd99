using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HerogiDsl.Runtime.Tests.Sessions;

public sealed class AcceptTests
{
    private static readonly ScriptedScenario Counter = new("Counter", ["Go"], (state, _, context) =>
        context.Move("Here", (state?.Number ?? 0) + 1));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public async Task ASessionIdHas1To256Characters(int length, bool isAccepted)
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        var send = () => host.Herogi.SendAsync(new string('x', length), new Said("Go"));
        if (isAccepted)
            await send();
        else
            await Assert.ThrowsAsync<ArgumentException>(send);
    }

    [Theory]
    [InlineData(256 * 1024 - 11, true)]
    [InlineData(256 * 1024 - 10, false)]
    public async Task AnEventHasAtMost256KiB(int textLength, bool isAccepted)
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        var send = () => host.Herogi.SendAsync("s", new Said("Go", new string('x', textLength)));
        if (isAccepted)
            await send();
        else
            Assert.Contains("262144", (await Assert.ThrowsAsync<ArgumentException>(send)).Message);
    }

    [Fact]
    public async Task AnswersUnknownEventsAndIllFormedSessionIdsAreRefused()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        var answer = new Answered("Answer", new HttpAnswer(200, false, new Dictionary<string, string>(), "", null));

        await Assert.ThrowsAsync<ArgumentException>(() => host.Herogi.SendAsync("s", answer));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Herogi.SendAsync("s", new Said("Nobody")));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Herogi.SendAsync("s\ud800", new Said("Go")));
        await host.Herogi.SendAsync("s😀ünïcode", new Said("Go"));
        await Eventually.IsInAsync(host, "s😀ünïcode", "Here");
    }

    [Fact]
    public async Task AnEventIdIsHandledOnceWithinTheRetentionAlsoAfterARestart()
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var setup = new TestSetup(folder.Database) { Scenarios = [Counter], Time = time };
        var options = new SendOptions { EventId = "e-1" };
        await using (var host = await TestHost.StartAsync(setup))
        {
            await host.Herogi.SendAsync("s", new Said("Go"), options);
            await host.Herogi.SendAsync("s", new Said("Go"), options);
            await host.Herogi.SendAsync("s", new Said("Go"), new SendOptions { EventId = "e-2" });
            await Eventually.IsIdleAsync(host);
            Assert.Equal(2, (await host.StateAsync("s"))?.Number);
        }

        time.Advance(TimeSpan.FromDays(6.9));
        await using var again = await TestHost.StartAsync(setup);
        await again.Herogi.SendAsync("s", new Said("Go"), options);
        await Eventually.IsIdleAsync(again);
        Assert.Equal(2, (await again.StateAsync("s"))?.Number);

        time.Advance(TimeSpan.FromDays(0.2));
        await again.Herogi.SendAsync("s", new Said("Go"), options);
        await Eventually.HoldsAsync(async () => (await again.StateAsync("s"))?.Number == 3, "the third is handled");
    }

    [Fact]
    public async Task NothingIsAcceptedOnceTheRuntimeHasEnded()
    {
        using var folder = new TestFolder();
        await using var host = await TestHost.StartAsync(new(folder.Database) { Scenarios = [Counter] });
        await host.Herogi.SendAsync("s", new Said("Go"));
        await host.StopAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Herogi.SendAsync("s", new Said("Go")));
    }

    [Fact]
    public async Task ASenderThatIsEarlyWaitsForTheStart()
    {
        using var folder = new TestFolder();
        await using var host = TestHost.Make(new(folder.Database) { Scenarios = [Counter] });
        var sending = host.Herogi.SendAsync("s", new Said("Go"));
        Assert.False(sending.IsCompleted);

        await host.StartAsync();
        await sending;
        await Eventually.IsInAsync(host, "s", "Here");
    }
}
