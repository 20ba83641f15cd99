using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Outbox;
using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.History;

/// <summary>Tells a step for the history, where one is kept.</summary>
internal sealed class StepRecorder(HerogiOptions options)
{
    /// <summary>A step in which the scenario did something.</summary>
    public HistoryRow? Tell(
        InboxRow row, Instance? before, string outcome, StepResult result, StepContext context, AskedEffects asked) =>
        Tell(row, before, outcome, context.Now, () => new StepStory
        {
            Transition = result.Transition,
            To = result.Target,
            Sets = context.TakeSets(),
            Asked = JsonBytes.WriteTexts(asked.Descriptions),
            Logs = JsonBytes.WriteTexts(context.Logs),
        });

    /// <summary>A step of any other kind.</summary>
    public HistoryRow? Tell(
        InboxRow row, Instance? before, string outcome, DateTimeOffset now, Func<StepStory>? tell = null)
    {
        if (!options.History)
            return null;
        var story = tell?.Invoke() ?? new StepStory();
        return new HistoryRow
        {
            At = now,
            Scenario = row.Scenario,
            SessionId = row.SessionId,
            Event = row.Event,
            Outcome = outcome,
            From = before is { Row.IsInStart: false } ? before.Row.State : null,
            Transition = story.Transition,
            To = story.To,
            Sets = story.Sets,
            Asked = story.Asked,
            Logs = story.Logs,
            Reason = story.Reason,
            Position = story.Position,
        };
    }
}

/// <summary>What the history tells of a step, besides its event.</summary>
internal sealed record StepStory
{
    public int Transition { get; init; } = -1;

    public string? To { get; init; }

    public ReadOnlyMemory<byte>? Sets { get; init; }

    public ReadOnlyMemory<byte>? Asked { get; init; }

    public ReadOnlyMemory<byte>? Logs { get; init; }

    public string? Reason { get; init; }

    public string? Position { get; init; }
}
