using HerogiDsl.Runtime.Tests.Scenarios;
using HerogiDsl.Runtime.Tests.Support;

namespace HerogiDsl.Runtime.Tests.Kills;

/// <summary>A post that must not be repeated, then a put that may be, for each of many sessions.</summary>
internal static class KilledScenario
{
    public const int Sessions = 150;

    public static TestSetup Setup(string database, string url) => new(database)
    {
        Scenarios = [new ScriptedScenario("Killed", ["Go"], Step)],
        Connections = [Connections.Http(url)],
    };

    public static Task SendAllAsync(TestHost host) => Task.WhenAll(Enumerable.Range(0, Sessions).Select(
        number => host.Herogi.SendAsync($"s{number}", new Said("Go"), new SendOptions { EventId = $"e{number}" })));

    private static StepResult Step(ScriptedState? state, Trigger trigger, StepContext context)
    {
        switch (state?.StateName, trigger.Event)
        {
            case (null, _):
                context.Add(Steps.Call("POST", $"/post/{context.SessionId}"));
                return context.Move("Posting", 1);
            case ("Posting", Answered posted):
                context.Add(Steps.Call("PUT", $"/put/{context.SessionId}"));
                return context.Move("Putting", posted.Answer.Unknown ? -1 : 1);
            case ("Putting", Answered { Answer.StatusCode: 200 }):
                return context.Move("Done", state.Number);
            default:
                return StepResult.Ignored(state);
        }
    }
}
