using HerogiDsl.Benchmarks.Measuring;
using HerogiDsl.Benchmarks.Scenarios;

namespace HerogiDsl.Benchmarks.Running;

/// <summary>The generated step function alone: no store, no queue; events and triggers are made once.</summary>
internal static class StepBenchmarks
{
    public static void Run()
    {
        Report.Title("The step function, without storage");
        var scenario = Counter.Definition;
        using var begun = NewContext();
        var state = scenario.Step(null, Trigger.ForEvent(new Begin()), begun).State
            ?? throw new InvalidOperationException("'Begin' led nowhere");
        var tick = Trigger.ForEvent(new Tick());
        var look = Trigger.ForEvent(new Look());
        Write("nothing set, one context for all", () => scenario.Step(state, look, begun));
        Write("nothing set, a context for each", () =>
        {
            using var context = NewContext();
            scenario.Step(state, look, context);
        });
        Write("a number set, a context for each", () =>
        {
            using var context = NewContext();
            scenario.Step(state, tick, context);
            context.TakeSets();
        });
    }

    private static void Write(string name, Action step)
    {
        var sample = Sample.Measure(step);
        Report.Line(name, $"{sample.Nanoseconds:0} ns   {sample.Bytes:0} bytes");
    }

    private static StepContext NewContext() => new(new StepInputs(
        "Counter",
        "session-1",
        "Counting",
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        "Tick",
        static _ => null,
        NoTemplates.Instance));

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
