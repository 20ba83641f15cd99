using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>What `event` is in each state, by the transitions that lead there.</summary>
internal sealed class EntryViews
{
    private readonly ScenarioSymbol _scenario;
    private readonly ILookup<StateSymbol?, TransitionHead> _owned;
    private readonly ILookup<StateSymbol?, (StateSymbol From, TransitionHead Head)> _ways;

    public EntryViews(ScenarioSymbol scenario, ImmutableArray<TransitionHead> heads)
    {
        _scenario = scenario;
        _owned = heads.ToLookup(head => head.Owner);
        Reachable = FindReachable();
        _ways = scenario.States.Prepend(scenario.Start)
            .Where(Reachable.Contains)
            .SelectMany(from => Leaving(from).Select(head => (From: from, Head: head)))
            .ToLookup(way => way.Head.Target);
    }

    /// <summary>The start, and every state and end that some path from it leads to.</summary>
    public ImmutableHashSet<StateSymbol> Reachable { get; }

    /// <summary>The transitions that lead to a state, with the states they leave.</summary>
    public IEnumerable<(StateSymbol From, TransitionHead Head)> WaysTo(StateSymbol state) => _ways[state];

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
        return Merge([.. WaysTo(state)], way => $"'{TextOf(way.Head)}' of '{way.From.Name}' leads here without one");
    }

    /// <summary>`event` in the `exit` of a state: what leaves.</summary>
    public EventView OfExit(StateSymbol state)
    {
        var leaving = Leaving(state).Where(head => !head.Syntax.IsStay).Select(head => (From: state, Head: head)).ToArray();
        return leaving.Length == 0 || !Reachable.Contains(state)
            ? EventView.Unchecked
            : Merge(leaving, way => $"'{TextOf(way.Head)}' leaves this state without one");
    }

    private EventView Merge(
        (StateSymbol From, TransitionHead Head)[] ways, Func<(StateSymbol From, TransitionHead Head), string> missing)
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

    private IEnumerable<EventWay> WaysOf((StateSymbol From, TransitionHead Head) way)
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

    private ImmutableHashSet<StateSymbol> FindReachable()
    {
        var found = new HashSet<StateSymbol> { _scenario.Start };
        var waiting = new Queue<StateSymbol>();
        waiting.Enqueue(_scenario.Start);
        while (waiting.Count > 0)
        {
            foreach (var head in Leaving(waiting.Dequeue()))
            {
                if (head.Target is { } target && found.Add(target))
                    waiting.Enqueue(target);
            }
        }

        return [.. found];
    }
}
