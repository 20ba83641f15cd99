using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>
/// The transitions of a list so far, by what may make one of them take all that a later one waits for: without that,
/// every one would be held against every other.
/// </summary>
internal sealed class EarlierTransitions(SourceText text)
{
    private const string Any = "any";

    private readonly Dictionary<string, List<Numbered>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Timer>> _timers = new(StringComparer.Ordinal);
    private int _count;

    public void Add(BoundTransition transition)
    {
        var numbered = new Numbered(_count++, transition);
        if (transition.Trigger is BoundAfter after)
            AddTimer(after, numbered);
        foreach (var key in KeysOf(transition).Select(key => key + TargetOf(transition)))
        {
            if (!_byKey.TryGetValue(key, out var known))
                _byKey.Add(key, known = []);
            known.Add(numbered);
        }
    }

    /// <summary>The first of those that may matter for <paramref name="later"/> for which this holds.</summary>
    public BoundTransition? FindFirst(BoundTransition later, Func<BoundTransition, bool> holds)
    {
        if (later.Trigger is BoundAfter after)
            return FindTimer(after, later) is { } timer && holds(timer) ? timer : null;
        Numbered? first = null;
        foreach (var key in KeysFor(later).SelectMany(key => WithTarget(key, later)))
        {
            if (!_byKey.TryGetValue(key, out var known))
                continue;
            var found = known.TakeWhile(each => first is null || each.Number < first.Number)
                .FirstOrDefault(each => holds(each.Transition));
            first = found ?? first;
        }

        return first?.Transition;
    }

    private IEnumerable<string> KeysOf(BoundTransition transition) => transition.Trigger switch
    {
        BoundEvery every => transition.Syntax.IsStay ? [] : [WithGuard(Named(every), transition)],
        BoundOnAny => [WithGuard(Any, transition)],
        // The guards of answers may differ, and cover each other all the same.
        BoundOnEvent { Event.IsAnswer: true } on when MayCoverOthers(on, transition) =>
            transition.Guard is null ? [Named(on)] : [Named(on), WithGuard(Named(on), transition)],
        BoundOnEvent on => [WithGuard(Named(on), transition)],
        _ => [],
    };

    // Not where it lets nothing surely through, or one before it lets through all that it does.
    private bool MayCoverOthers(BoundOnEvent on, BoundTransition transition)
    {
        var surely = OutcomeSet.OfGuard(transition.Guard, on.Event).Surely;
        return !surely.IsEmpty && transition.Guard is not { Type.IsError: true }
            && (!_byKey.TryGetValue(Named(on) + TargetOf(transition), out var known)
                || !known.Exists(each => each.Transition.Trigger is BoundOnEvent earlier
                    && (earlier.From is null || earlier.From == on.From)
                    && OutcomeSet.OfGuard(each.Transition.Guard, on.Event).Surely.Contains(surely)));
    }

    private IEnumerable<string> KeysFor(BoundTransition later) => later.Trigger switch
    {
        BoundEvery every => [Named(every), WithGuard(Named(every), later)],
        BoundOnAny => [Any, WithGuard(Any, later)],
        BoundOnEvent { Event.IsAnswer: true } on => [Named(on), WithGuard(Named(on), later)],
        BoundOnEvent on => [Any, WithGuard(Any, later), Named(on), WithGuard(Named(on), later)],
        _ => KeysOf(later),
    };

    // Of the timers that end the visit, only one that comes sooner than all before it is the first for any later one.
    private void AddTimer(BoundAfter after, Numbered numbered)
    {
        if (numbered.Transition is not { Guard: null, Syntax.IsStay: false } timer || ConstantDuration.Of(after.Delay) is not { } delay)
            return;
        var key = TargetOf(timer);
        if (!_timers.TryGetValue(key, out var known))
            _timers.Add(key, known = []);
        if (known.Count == 0 || delay < known[known.Count - 1].Delay)
            known.Add(new Timer(delay, numbered));
    }

    private BoundTransition? FindTimer(BoundAfter after, BoundTransition later)
    {
        if (ConstantDuration.Of(after.Delay) is not { } delay)
            return null;
        Numbered? first = null;
        foreach (var key in WithTarget("", later))
        {
            if (_timers.TryGetValue(key, out var known) && FindSooner(known, delay) is { } found
                && (first is null || found.Number < first.Number))
            {
                first = found;
            }
        }

        return first?.Transition;
    }

    // Each is sooner than the one before it.
    private static Numbered? FindSooner(List<Timer> timers, TimeSpan delay)
    {
        var (low, high) = (0, timers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (timers[middle].Delay <= delay)
                high = middle;
            else
                low = middle + 1;
        }

        return low < timers.Count ? timers[low].Numbered : null;
    }

    // What stands in `anywhere` does not hold in the very state that it leads to: it shadows only what leads there too.
    private static string TargetOf(BoundTransition transition) =>
        transition is { IsAnywhere: true, Target: { Kind: StateKind.State } target } ? " -> " + target.Name : "";

    private static IEnumerable<string> WithTarget(string key, BoundTransition later) =>
        TargetOf(later) is { Length: > 0 } target ? [key, key + target] : [key];

    private static string Named(BoundOnEvent on) => "on " + on.Event.FullName;

    private static string Named(BoundEvery every) => "every " + every.Cron + " zone " + every.Zone;

    private string WithGuard(string key, BoundTransition transition) =>
        transition.Guard is { } guard ? key + " when " + GuardText.KeyOf(guard, text) : key;

    private sealed record Timer(TimeSpan Delay, Numbered Numbered);

    private sealed record Numbered(int Number, BoundTransition Transition);
}
