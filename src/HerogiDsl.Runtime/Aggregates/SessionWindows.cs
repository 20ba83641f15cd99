using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Aggregates;

/// <summary>The aggregates of a session in a scenario at one step.</summary>
internal sealed class SessionWindows
{
    private static readonly SessionWindows None = new([]);

    private readonly Window[] _windows;

    private SessionWindows(Window[] windows)
    {
        _windows = windows;
        Find = NumberOf;
    }

    /// <summary>Gives the number of an aggregate; null for nothing.</summary>
    public Func<string, decimal?> Find { get; }

    /// <summary>What is to be written with the step.</summary>
    public IReadOnlyList<WindowChange> Changes =>
        _windows.Length == 0 ? [] : [.. _windows.Select(window => window.Change).OfType<WindowChange>()];

    /// <summary>Opens the windows at the time at which what is judged was accepted.</summary>
    public static SessionWindows Open(IStore store, IScenario scenario, InboxRow row)
    {
        if (scenario.Aggregates.Count == 0)
            return None;
        var rows = store.Read(tables => tables.Aggregates.Read(row.Scenario, row.SessionId));
        return new SessionWindows([.. scenario.Aggregates.Select(Open)]);

        Window Open(AggregateDefinition definition)
        {
            var key = new WindowKey(row.Scenario, row.SessionId, definition.Name);
            var stored = rows.FirstOrDefault(candidate => candidate.Key.Name == definition.Name);
            return definition switch
            {
                { IsTumbling: true } => new TumblingWindow(definition, key, stored, row.AcceptedAt),
                { Function: AggregateFunction.Min or AggregateFunction.Max } =>
                    new SlidingExtreme(definition, key, stored, row.AcceptedAt, store),
                _ => new SlidingSum(definition, key, stored, row.AcceptedAt, store),
            };
        }
    }

    /// <summary>Counts an event, the first time it is judged.</summary>
    public void Count(InboxRow row, IEvent? @event, StepContext context)
    {
        if (row.Kind != InboxKind.Event || row.WasDeferred || @event is null)
            return;
        foreach (var window in _windows)
        {
            if (window.Definition.Event == row.Event && window.Definition.Contribution(@event, context) is { } value)
                window.Add(value, row.Sequence);
        }
    }

    private decimal? NumberOf(string name)
    {
        foreach (var window in _windows)
        {
            if (window.Definition.Name == name)
                return window.Number;
        }

        return null;
    }
}
