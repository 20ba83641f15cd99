using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>
/// How much the `run`s of a project may come to. Each is a copy of its action's body: thirty actions, each of which runs the
/// one before twice, would be a thousand million statements.
/// </summary>
internal sealed class RunBudget
{
    /// <summary>How deep `run` and `if` may be within each other.</summary>
    public const int DeepestNesting = 200;

    /// <summary>How many statements the `run`s of one scenario may come to.</summary>
    public const int MostOfScenario = 20_000;

    private const int MostOfAll = 1_000_000;

    private ScenarioSymbol? _scenario;
    private int _ofScenario;
    private int _ofAll;

    /// <summary>Whether it was told that a scenario, or what stands outside of them, has too many.</summary>
    public bool WasTold { get; set; }

    /// <summary>Whether so many statements more may be run; if so, they are counted.</summary>
    public bool TryTake(int statements, ScenarioSymbol? scenario)
    {
        if (!ReferenceEquals(scenario, _scenario))
            (_scenario, _ofScenario, WasTold) = (scenario, 0, false);
        if (_ofScenario + statements > MostOfScenario || _ofAll + statements > MostOfAll)
            return false;
        _ofScenario += statements;
        _ofAll += statements;
        return true;
    }
}
