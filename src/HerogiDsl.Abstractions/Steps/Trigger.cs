namespace HerogiDsl;

/// <summary>What a step answers: an event, an answer, or a timer that fell due.</summary>
public readonly record struct Trigger
{
    private Trigger(IEvent? @event, string? label, int timer)
    {
        Event = @event;
        Label = label;
        Timer = timer;
    }

    /// <summary>The event or answer; null for a timer.</summary>
    public IEvent? Event { get; }

    /// <summary>The label of the statement that asked for this answer; null for none.</summary>
    public string? Label { get; }

    /// <summary>The number of the timer within its state; -1 for an event.</summary>
    public int Timer { get; }

    /// <summary>An ordinary event.</summary>
    public static Trigger ForEvent(IEvent @event) => new(@event, null, -1);

    /// <summary>The answer to the statement labelled <paramref name="label"/>.</summary>
    public static Trigger ForAnswer(IEvent answer, string? label) => new(answer, label, -1);

    /// <summary>The timer that <see cref="StepContext.StartTimer(int, TimeSpan)"/> started under this number.</summary>
    public static Trigger ForTimer(int timer) => new(null, null, timer);
}
