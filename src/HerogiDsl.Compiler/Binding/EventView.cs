using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>What `event` is at a place: the events that may have led there, and whether one need have.</summary>
/// <param name="Events">The events that it may be.</param>
/// <param name="MissingBecause">Why there may be none; null where there always is one.</param>
/// <param name="Ways">The ways that lead here, for the messages.</param>
/// <param name="IsUnchecked">Nothing leads here: whatever is read is taken as right.</param>
/// <param name="IsSettled">The transitions alone say what comes here, and no condition has been asked.</param>
internal sealed record EventView(
    ImmutableArray<EventSymbol> Events, string? MissingBecause, ImmutableArray<EventWay> Ways, bool IsUnchecked = false,
    bool IsSettled = false)
{
    /// <summary>A condition wants an event that cannot come here, which was told: nothing gets past it.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>Nothing that leads here gets to this place.</summary>
    public bool IsDead => IsImpossible || (Events.IsEmpty && MissingBecause is null && !IsUnchecked);

    public static EventView Unchecked { get; } = new([], null, [], IsUnchecked: true);

    public static EventView Of(EventSymbol @event) => new([@event], null, [], IsSettled: true);

    /// <summary>Nothing brings an event here.</summary>
    public static EventView None(string because) => new([], because, []);

    /// <summary>After `event is <paramref name="event"/>`, or its failure.</summary>
    public EventView Narrow(EventSymbol @event, bool isIt)
    {
        if (IsUnchecked)
            return isIt ? Of(@event) with { IsSettled = false } : this;
        return isIt
            ? new([@event], null, Ways) { IsImpossible = IsImpossible || !Events.Contains(@event) }
            : Left([.. Events.Where(other => other != @event)]);
    }

    // Where nothing is left nobody comes; what stands there keeps a type all the same.
    private EventView Left(ImmutableArray<EventSymbol> events) => events.IsEmpty && MissingBecause is null
        ? this with { IsSettled = false, IsImpossible = true }
        : this with { Events = events, IsSettled = false };

    /// <summary>After `event is not null`.</summary>
    public EventView Present() => this with { MissingBecause = null };

    /// <summary>After `event is null`.</summary>
    public EventView Missing() => Left([]);

    public ImmutableArray<RelatedLocation> RelatedWays(Func<EventWay, bool> which) =>
        [.. Ways.Where(which).Select(way => new RelatedLocation(way.Location, $"this way here: {way.Text}"))];
}

/// <summary>A transition that leads to a state.</summary>
/// <param name="Event">What it brings; null for a timer.</param>
/// <param name="Text">As it is told: "'on Register' of start".</param>
internal sealed record EventWay(SourceLocation Location, EventSymbol? Event, string Text);
