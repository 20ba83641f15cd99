using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>
/// The transitions of a list so far, by what may make one of them take all that a later one waits for: without that,
/// every one would be held against every other.
/// </summary>
internal sealed class EarlierTransitions(SourceText text)
{
    private const string Timers = "after";
    private const string Calendars = "every";
    private const string Any = "any";

    private readonly Dictionary<string, List<Numbered>> _byKey = new(StringComparer.Ordinal);
    private int _count;

    public void Add(BoundTransition transition)
    {
        var numbered = new Numbered(_count++, transition);
        foreach (var key in KeysOf(transition))
        {
            if (!_byKey.TryGetValue(key, out var known))
                _byKey.Add(key, known = []);
            known.Add(numbered);
        }
    }

    /// <summary>The first of those that may matter for <paramref name="later"/> for which this holds.</summary>
    public BoundTransition? FindFirst(BoundTransition later, Func<BoundTransition, bool> holds)
    {
        Numbered? first = null;
        foreach (var key in KeysFor(later))
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
        BoundAfter => [Timers],
        BoundEvery => [Calendars],
        BoundOnAny => [WithGuard(Any, transition)],
        // The guards of answers may differ, and cover each other all the same.
        BoundOnEvent { Event.IsAnswer: true } on => [Named(on)],
        BoundOnEvent on => [WithGuard(Named(on), transition)],
        _ => [],
    };

    private IEnumerable<string> KeysFor(BoundTransition later) => later.Trigger switch
    {
        BoundOnAny => [Any, WithGuard(Any, later)],
        BoundOnEvent { Event.IsAnswer: false } on => [Any, WithGuard(Any, later), Named(on), WithGuard(Named(on), later)],
        _ => KeysOf(later),
    };

    private static string Named(BoundOnEvent on) => "on " + on.Event.FullName;

    private string WithGuard(string key, BoundTransition transition) =>
        transition.Guard is { } guard ? key + " when " + GuardText.KeyOf(guard, text) : key;

    private sealed record Numbered(int Number, BoundTransition Transition);
}
