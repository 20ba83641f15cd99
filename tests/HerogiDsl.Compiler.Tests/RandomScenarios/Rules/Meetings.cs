using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>
/// Of `a ?? b`, the one may be there on each path on which the other is not. What a condition proves is known "as far as
/// every transition that leads there proves it": where paths meet, of each alone no more is known than that it may be null,
/// and to say so is right.
/// </summary>
internal sealed class Meetings(ScenarioModel scenario)
{
    private readonly HashSet<(Expr Value, int Line)> _missing = [];
    private readonly HashSet<(string Id, Expr Value, int Line)> _needed = [];
    private readonly HashSet<(string Datum, Expr Value, int Line)> _set = [];
    private readonly HashSet<string> _doubtful = [];

    /// <summary>On one path a value is not there.</summary>
    public void Missing(Expr value, int line) => _missing.Add((value, line));

    public void Needed(string id, Expr value, int line) => _needed.Add((id, value, line));

    public void Set(string datum, Expr value, int line) => _set.Add((datum, value, line));

    /// <summary>What may be told besides, when every path is gone.</summary>
    public void Tell(Expected expected)
    {
        for (var count = -1; count != _doubtful.Count;)
        {
            count = _doubtful.Count;
            _doubtful.UnionWith(_set.Where(set => scenario.Datum(set.Datum).MayBeNull && MayMiss(set.Value, set.Line))
               .Select(set => set.Datum));
        }

        foreach (var (id, _, line) in _needed.Where(needed => MayMiss(needed.Value, needed.Line)))
            expected.Tell(new Told(id, line), isSure: false);
    }

    private bool MayMiss(Expr value, int line) => value switch
    {
        Coalesce coalesce => MayMiss(coalesce.Left, line) && MayMiss(coalesce.Right, line),
        Choose choose => MayMiss(choose.Then, line) || MayMiss(choose.Else, line),
        SessionRead read when _doubtful.Contains(read.Name) => true,
        _ => _missing.Contains((value, line)),
    };
}
