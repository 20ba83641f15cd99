using HerogiDsl.Benchmarks.HandWritten;
using HerogiDsl.Benchmarks.Measuring;
using HerogiDsl.Benchmarks.Scenarios;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>The generated step function with the lookup of its session: no store, no queue; events are made once.</summary>
internal static class StepBenchmarks
{
    private const string SessionId = "session-1";

    private static readonly IScenario Scenario = HerogiScenarios.Module.Scenarios.Single(scenario => scenario.Name == "Counter");
    private static readonly Dictionary<string, IState> Sessions = new(StringComparer.Ordinal);
    private static readonly StepContext Context = new();

    public static void Run()
    {
        Report.Title("The step function, without storage, against a switch with a lookup of the session");
        Sessions[SessionId] = Begun();
        var hand = new HandSwitch(SessionId);
        var look = Trigger.ForEvent(new Look());
        var tick = Trigger.ForEvent(new Tick());
        Tell("nothing set", () => Step(look, "Look"), () => hand.Handle(SessionId, look.Event));
        Tell("a number set, not told", () => Step(tick, "Tick"), () => hand.Handle(SessionId, tick.Event));
        Tell(
            "a number set, told to the history",
            () =>
            {
                Step(tick, "Tick");
                Context.TakeSets();
            },
            () => hand.Handle(SessionId, tick.Event));
    }

    public static StepInputs Inputs(string scenario, string state, string @event, ITemplateRenderer renderer) => new(
        scenario,
        SessionId,
        state,
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        @event,
        static _ => null,
        renderer);

    private static void Tell(string name, Action ours, Action hand)
    {
        var pair = Pair.Measure(ours, hand);
        Report.Times(name, pair);
    }

    private static IState Begun()
    {
        Context.Begin(Inputs("Counter", "", "Begin", NoTemplates.Instance));
        return Scenario.Step(null, Trigger.ForEvent(new Begin()), Context).State
            ?? throw new InvalidOperationException("'Begin' led nowhere");
    }

    private static void Step(Trigger trigger, string @event)
    {
        var state = Sessions[SessionId];
        Context.Begin(Inputs("Counter", state.StateName, @event, NoTemplates.Instance));
        if (Scenario.Step(state, trigger, Context).State is { } after)
            Sessions[SessionId] = after;
    }

    private sealed class NoTemplates : ITemplateRenderer
    {
        public static NoTemplates Instance { get; } = new();

        public string? Render(
            TemplateDefinition template,
            StepContext context,
            IEvent? @event,
            ReadOnlySpan<TemplateValue> session,
            ReadOnlySpan<TemplateValue> parameters) => null;
    }
}
