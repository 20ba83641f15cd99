using System.Text;

namespace HerogiDsl.Runtime.Tests.Sessions;

/// <summary>One context serves one step after the other.</summary>
public sealed class StepContextTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void WhatAStepCollectedIsGoneInTheNext()
    {
        using var context = new StepContext(Inputs("First"));
        Collect(context);

        context.Begin(Inputs("Second"));

        Assert.Equal(("Second", Now.AddHours(-1), default), (context.State, context.EnteredAt, context.Position));
        Assert.Empty(context.Effects);
        Assert.Empty(context.Timers);
        Assert.Empty(context.Logs);
        Assert.Null(context.TakeSets());
    }

    [Fact]
    public void AStepThatABrokenOneWentBeforeTellsItsOwn()
    {
        using var context = new StepContext(Inputs("First"));
        context.Set("broken").WriteStartObject();

        context.Begin(Inputs("Second"));
        context.Set("n").WriteNumberValue(5);

        Assert.Equal("""["n",5]""", Text(context.TakeSets()));
    }

    [Fact]
    public void LogsAndWhatWasSetOutliveTheirStep()
    {
        using var context = new StepContext(Inputs("First"));
        Collect(context);
        var (logs, sets) = (context.Logs, context.TakeSets());

        context.Begin(Inputs("Second"));
        context.Log("second");
        context.Set("other").WriteStringValue("x");

        Assert.Equal(["first"], logs);
        Assert.Equal("""["n",1]""", Text(sets));
        Assert.Equal("""["other","x"]""", Text(context.TakeSets()));
    }

    private static void Collect(StepContext context)
    {
        context.At("a.herogi", 3, 4);
        context.EnterState("Other");
        context.Add(new CancelScheduled("Later"));
        context.StartTimer(0, TimeSpan.FromHours(1));
        context.Log("first");
        context.Set("n").WriteNumberValue(1);
    }

    private static string? Text(ReadOnlyMemory<byte>? json) => json is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    private static StepInputs Inputs(string state) =>
        new("S", "session-1", state, Now.AddHours(-1), Now, Now, "Go", static _ => null, new NoTemplates());

    private sealed class NoTemplates : ITemplateRenderer
    {
        public string? Render(
            TemplateDefinition template,
            StepContext context,
            IEvent? @event,
            ReadOnlySpan<TemplateValue> session,
            ReadOnlySpan<TemplateValue> parameters) => null;
    }
}
