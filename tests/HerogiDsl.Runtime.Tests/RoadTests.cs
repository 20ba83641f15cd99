using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests;

public sealed class RoadTests
{
    [Fact]
    public async Task AnEventLeadsThroughACallAndItsAnswerToTheNextState()
    {
        using var folder = new TestFolder();
        await using var server = await StubServer.StartAsync(201);
        var scenario = new ScriptedScenario("Crm", ["Go"], (state, trigger, context) =>
        {
            if (state is null)
            {
                context.Add(Steps.Call("POST", "/companies"));
                return context.Move("CompanyRegister");
            }

            return trigger.Event is Answered { Answer.StatusCode: 201 } ? context.Move("Onboarded", 7) : StepResult.Ignored(state);
        });
        await using var host = await TestHost.StartAsync(
            new(folder.Database) { Scenarios = [scenario], Connections = [server.Connection()] });

        await host.Herogi.SendAsync("customer-1", new Said("Go"));

        await Eventually.IsInAsync(host, "customer-1", "Onboarded");
        Assert.Equal(7, (await host.StateAsync("customer-1"))?.Number);
        Assert.Null(await host.StateAsync("customer-2"));
        Assert.Equal(["moved", "moved"], await host.OutcomesAsync("customer-1"));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/companies", """{"a":1}"""), (request.Method, request.Path, request.Body));
        var overview = await host.Monitor.GetOverviewAsync();
        Assert.Equal(new HerogiTotals(1, 0, 0, 0, 0), overview.Totals);
        Assert.True(overview.Pending.IsIdle);
    }
}
