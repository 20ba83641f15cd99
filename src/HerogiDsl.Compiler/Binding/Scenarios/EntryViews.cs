using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>A transition, with the state that it leaves.</summary>
internal sealed record EntryWay(StateSymbol From, TransitionHead Head);

/// <summary>What `event` is in each state, by the transitions that lead there.</summary>
internal sealed class EntryViews
{
    private readonly ScenarioSymbol _scenario;
    private readonly ILookup<StateSymbol?, TransitionHead> _owned;
    private readonly ILookup<StateSymbol?, EntryWay> _ways;

    private readonly ImmutableArray<StateSymbol> _migrated;

    /// <param name="migrated">The states that a `migrate` leads to.</param>
    /// <param name="locked">The states that sessions of an earlier build may be in.</param>
    public EntryViews(
        ScenarioSymbol scenario,
        ImmutableArray<TransitionHead> heads,
        ImmutableArray<StateSymbol> migrated,
        ImmutableArray<StateSymbol> locked)
    {
        _scenario = scenario;
        _migrated = migrated;
        _owned = heads.ToLookup(head => head.Owner);
        var reachable = new HashSet<StateSymbol>();
        Reach([scenario.Start, .. migrated], reachable);
        Kept = [.. locked.Where(state => !reachable.Contains(state))];
        Reach(Kept, reachable);
        Reachable = reachable;
        _ways = scenario.States.Prepend(scenario.Start)
            .Where(Reachable.Contains)
            .SelectMany(from => Leaving(from).Select(head => new EntryWay(from, head)))
            .ToLookup(way => way.Head.Target);
    }

    /// <summary>The start, and every state and end that some path from it leads to.</summary>
    public HashSet<StateSymbol> Reachable { get; }

    /// <summary>Those of them that only sessions of an earlier build are in.</summary>
    public ImmutableArray<StateSymbol> Kept { get; }

    /// <summary>The transitions that lead to a state, with the states they leave.</summary>
    public IEnumerable<EntryWay> WaysTo(StateSymbol state) => _ways[state];

    /// <summary>The transitions that hold in a state, in the order they are judged.</summary>
    public IEnumerable<TransitionHead> Leaving(StateSymbol state) => state.Kind switch
    {
        StateKind.Start => _owned[state],
        StateKind.State => _owned[state].Concat(_owned[null].Where(head => head.Target != state)),
        _ => [],
    };

    /// <summary>`event` among the statements of a state.</summary>
    public EventView Of(StateSymbol state)
    {
        if (!Reachable.Contains(state))
            return EventView.Unchecked;
        var ways = WaysTo(state).ToArray();
        // The statements of a state that only sessions of an earlier build come to never run.
        return ways.Length == 0 && (_migrated.Contains(state) || Kept.Contains(state))
            ? EventView.Unchecked
            : Merge(ways, way => $"'{TextOf(way.Head)}' of '{way.From.Name}' leads here without one");
    }

    /// <summary>`event` in the delays of a state's timers, which a `migrate` that leads here computes as well.</summary>
    public EventView OfDelay(StateSymbol state)
    {
        var view = Of(state);
        return _migrated.Contains(state) && !(view.IsUnchecked && WaysTo(state).Any())
            ? view with
            {
                MissingBecause = view.MissingBecause ?? "a 'migrate' leads here without one",
                IsUnchecked = false,
            }
            : view;
    }

    /// <summary>`event` in the `exit` of a state: what leaves.</summary>
    public EventView OfExit(StateSymbol state)
    {
        var leaving = Leaving(state).Where(head => !head.Syntax.IsStay).Select(head => new EntryWay(state, head)).ToArray();
        return leaving.Length == 0 || !Reachable.Contains(state)
            ? EventView.Unchecked
            : Merge(leaving, way => $"'{TextOf(way.Head)}' leaves this state without one");
    }

    private EventView Merge(
        EntryWay[] ways, Func<EntryWay, string> missing)
    {
        ways = [.. ways.Where(way => !way.Head.View.IsImpossible)];
        if (ways.Length == 0 || ways.Any(way => way.Head.View.IsUnchecked || way.Head.Transition.Trigger is BoundErrorTrigger))
            return EventView.Unchecked;
        var timers = ways.Where(way => way.Head.View.MissingBecause is not null).ToArray();
        return new EventView(
            [.. ways.SelectMany(way => way.Head.View.Events).Distinct()],
            timers.Length == 0 ? null : missing(timers[0]),
            [.. ways.SelectMany(WaysOf)],
            IsSettled: ways.All(way => way.Head.View.IsSettled));
    }

    private IEnumerable<EventWay> WaysOf(EntryWay way)
    {
        var location = Text.Locate(way.Head.Syntax.Span);
        var text = $"'{TextOf(way.Head)}' of '{way.From.Name}'";
        return way.Head.View.Events.Length == 0
            ? [new EventWay(location, null, text)]
            : way.Head.View.Events.Select(@event => new EventWay(location, @event, text));
    }

    private SourceText Text => _scenario.Origin.Text;

    private string TextOf(TransitionHead head)
    {
        var span = TextSpan.FromBounds(head.Syntax.KeywordSpan.Start, head.Syntax.Trigger.Span.End);
        var text = Text.Content.Substring(span.Start, span.Length);
        return string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private void Reach(ImmutableArray<StateSymbol> from, HashSet<StateSymbol> found)
    {
        var waiting = new Queue<StateSymbol>(from.Where(found.Add));
        while (waiting.Count > 0)
        {
            foreach (var head in Leaving(waiting.Dequeue()))
            {
                if (head.Target is { } target && found.Add(target))
                    waiting.Enqueue(target);
            }
        }
    }
}
