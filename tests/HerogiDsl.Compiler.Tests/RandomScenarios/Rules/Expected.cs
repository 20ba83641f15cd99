namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>What must be told, and what may be told where the language's description leaves it open.</summary>
internal sealed class Expected
{
    private readonly HashSet<Told> _must = [];
    private readonly HashSet<Told> _may = [];

    public IReadOnlySet<Told> Must => _must;

    public void Tell(Told told, bool isSure)
    {
        if (isSure)
            _must.Add(told);
        else
            _may.Add(told);
    }

    public bool Allows(Told told) => _must.Contains(told) || _may.Contains(told);
}
