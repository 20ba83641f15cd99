using System.Text.Json;
using System.Text.RegularExpressions;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Sessions;

/// <summary>Has a scenario judge an inbox row, and plans what is to be written. Touches no disk but to read.</summary>
internal sealed class StepRunner(
    ScenarioCatalog catalog, InstanceReader instances, StepPlanner planner, ITemplateRenderer renderer,
    ApplicationSettings settings, StepClock clock)
{
    private readonly Func<string, string?> _findConfig = settings.FindConfig;

    /// <summary>Judges a row; null where its instance takes no events now.</summary>
    public StepPlan? Run(InboxRow row)
    {
        if (!catalog.Scenarios.TryGetValue(row.Scenario, out var scenario))
        {
            Log.NoSuchScenario(clock.Logger, row.Scenario);
            return null;
        }

        var instance = instances.Find(scenario, row.SessionId);
        var now = clock.Time.ReadNow();
        if (instance is { Row.Status: InstanceStatus.Incompatible })
            return instance.MustMark ? planner.Incompatible(row, instance, now) : null;
        if (instance is { Row.Status: InstanceStatus.Faulted })
            return null;
        if (instance is { Migration: { } migration })
            return planner.Migrated(scenario, row, instance, migration, now);
        if (IsPast(row, instance))
            return planner.Stale(row, instance, now);
        if (row.Kind == InboxKind.Failure)
            return planner.ActionFailed(row, instance, now);
        return Watch(scenario, row, instance, now);
    }

    /// <summary>Whether this build does not have the scenario of a row.</summary>
    public bool IsUnknown(InboxRow row) => !catalog.Scenarios.ContainsKey(row.Scenario);

    private static bool IsPast(InboxRow row, Instance? instance) =>
        row.Kind is InboxKind.Answer or InboxKind.Timer
        && (instance is not { Row.Status: InstanceStatus.Active } || instance.Row.Visit != row.Visit);

    private StepPlan Watch(IScenario scenario, InboxRow row, Instance? instance, DateTimeOffset now)
    {
        var begun = clock.Time.GetTimestamp();
        using var activity = Tracing.StartStep(row);
        // What the step gives rise to belongs to its trace, or to the one that it was sent in.
        var traced = activity is null ? row : row with { Trace = TraceText.Of(activity) };
        var plan = Judge(scenario, traced, instance, now);
        activity?.SetTag("herogi.outcome", plan.Outcome);
        if (plan.Fate == RowFate.Keep)
            Tracing.Failed(activity, plan.Outcome);
        if (HerogiMeter.StepDuration.Enabled)
            HerogiMeter.TimeStep(clock.Time.GetElapsedTime(begun), row, plan.Outcome);
        return plan;
    }

    private StepPlan Judge(IScenario scenario, InboxRow row, Instance? instance, DateTimeOffset now)
    {
        var windows = instances.OpenWindows(scenario, row);
        var inputs = new StepInputs(
            scenario.Name,
            row.SessionId,
            instance?.State?.StateName ?? "",
            instance?.Row.EnteredAt ?? now,
            now,
            row.AcceptedAt,
            row.Event,
            _findConfig,
            renderer)
        {
            Aggregates = windows.Find,
        };
        using var lent = StepContextPool.Begin(inputs);
        var context = lent.Context;
        try
        {
            var trigger = ReadTrigger(row);
            windows.Count(row, trigger.Event, context);
            var plan = instance is { Row.Status: InstanceStatus.Ended }
                ? planner.Ignored(row, instance, now, [])
                : planner.Plan(scenario, row, instance, scenario.Step(instance?.State, trigger, context), context);
            return windows.Changes is { Count: > 0 } changes ? plan with { Windows = changes } : plan;
        }
        catch (Exception exception) when (IsFault(exception) && instance is { Row.Status: InstanceStatus.Ended })
        {
            // What is closed cannot be faulted any more.
            return planner.Ignored(row, instance, now, [$"'{row.Event}' is not counted: {Faults.Describe(exception)}"]);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            var position = (exception as ScenarioFaultException)?.Position ?? context.Position;
            return planner.Faulted(scenario, row, instance, exception, position, now);
        }
    }

    private Trigger ReadTrigger(InboxRow row) => row.Kind switch
    {
        InboxKind.Event => Trigger.ForEvent(row.Parsed ?? ReadEvent(row)),
        InboxKind.Answer => Trigger.ForAnswer(ReadEvent(row), row.Label),
        _ => Trigger.ForTimer(row.Timer),
    };

    private IEvent ReadEvent(InboxRow row)
    {
        if (row.Event is null || !catalog.Events.TryGetValue(row.Event, out var descriptor))
            throw new ScenarioFaultException($"this build does not have the event '{row.Event}': declare it again, or skip it");
        return row.Answer is { } answer && descriptor.Origin == EventOrigin.Http
            ? descriptor.Read(answer)
            : descriptor.Read(JsonBytes.Read(row.Payload));
    }

    // What data can bring about in a scenario; anything else is a defect of the program, and tells itself.
    internal static bool IsFault(Exception exception) => exception
        is ScenarioFaultException
        or EventFormatException
        or ArithmeticException
        or IndexOutOfRangeException
        or ArgumentException
        or NullReferenceException
        or InvalidOperationException
        or InvalidCastException
        or KeyNotFoundException
        or FormatException
        or JsonException
        or EventRefusedException
        or RegexMatchTimeoutException
        or InsufficientExecutionStackException;
}

/// <summary>The time of the steps, and the log of what they meet.</summary>
internal sealed record StepClock(TimeProvider Time, ILogger Logger);
