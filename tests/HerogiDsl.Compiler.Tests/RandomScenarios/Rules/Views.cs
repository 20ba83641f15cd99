using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>What `event` may be at a place.</summary>
/// <param name="Kinds">A bit for each event; <see cref="None"/> where there may be none.</param>
/// <param name="IsUnchecked">Nothing leads here.</param>
internal readonly record struct View(int Kinds, bool IsUnchecked)
{
    public const int None = 1 << 30;

    public static View Unchecked => new(0, true);

    public bool IsNobody => Kinds == 0;
}

/// <summary>What `event` is in each state, by the transitions that lead there.</summary>
internal sealed class Views
{
    private readonly ScenarioModel _scenario;
    private readonly IReadOnlySet<string> _reachable;

    public Views(ScenarioModel scenario, IReadOnlySet<string> reachable)
    {
        _scenario = scenario;
        _reachable = reachable;
    }

    public View Of(StateModel state)
    {
        if (!_reachable.Contains(state.Name))
            return View.Unchecked;
        var froms = _scenario.States.Where(from => _reachable.Contains(from.Name)).Prepend(null);
        return Merge(froms.SelectMany(_scenario.Leaving).Where(transition => transition.Target == state.Name));
    }

    public View OfExit(StateModel state)
    {
        var leaving = _scenario.Leaving(state).Where(transition => transition.Target is not null).ToArray();
        return leaving.Length == 0 || !_reachable.Contains(state.Name) ? View.Unchecked : Merge(leaving);
    }

    /// <summary>Before the guard is judged.</summary>
    public View OfTrigger(Transition transition) => new(
        transition.Trigger switch
        {
            On on => BitOf(on.Event),
            OnAny => _scenario.Events.Where(declared => !declared.IsAnswer).Sum(declared => BitOf(declared.Name)),
            _ => View.None,
        },
        false);

    /// <summary>Where the guard has held.</summary>
    public View OfDo(Transition transition) => Narrow(OfTrigger(transition), transition.Guard, true);

    public View Narrow(View view, Expr? condition, bool holds)
    {
        if (condition is null || view.IsUnchecked)
            return view;
        var kinds = 0;
        for (var bits = view.Kinds; bits != 0; bits &= bits - 1)
        {
            var bit = bits & -bits;
            if (Judge(condition, bit) is not { } known || known == holds)
                kinds |= bit;
        }

        return new View(kinds, false);
    }

    public int BitOf(string name)
    {
        for (var i = 0; i < _scenario.Events.Length; i++)
        {
            if (_scenario.Events[i].Name == name)
                return 1 << i;
        }

        throw new InvalidOperationException(name);
    }

    public IEnumerable<EventDecl> EventsOf(View view) =>
        _scenario.Events.Where((_, index) => (view.Kinds & (1 << index)) != 0);

    private View Merge(IEnumerable<Transition> ways) =>
        new(ways.Aggregate(0, (kinds, way) => kinds | OfDo(way).Kinds), false);

    private bool? Judge(Expr condition, int bit)
    {
        switch (condition)
        {
            case IsEvent test:
                return (BitOf(test.Event) == bit) != test.IsNot;
            case IsEventNull test:
                return (bit == View.None) != test.IsNot;
            case Not not:
                return !Judge(not.Operand, bit);
            case And and:
                var (left, right) = (Judge(and.Left, bit), Judge(and.Right, bit));
                return left == false || right == false ? false : left is null || right is null ? null : true;
            case Or or:
                var (first, second) = (Judge(or.Left, bit), Judge(or.Right, bit));
                return first == true || second == true ? true : first is null || second is null ? null : false;
            default:
                return null;
        }
    }
}
