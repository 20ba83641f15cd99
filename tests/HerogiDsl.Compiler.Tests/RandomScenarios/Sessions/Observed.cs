using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Sessions;

/// <summary>What happened while sessions ran.</summary>
internal sealed class Observed
{
    private readonly List<string> _story = [];

    public HashSet<string> Entered { get; } = [];

    public HashSet<object> Done { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The faults, as what should have been told of them.</summary>
    public HashSet<Told> Faults { get; } = [];

    /// <summary>Where a session came to rest, with the data it had, and whether they were null.</summary>
    public List<(string State, IReadOnlyDictionary<string, object?> Data)> Rests { get; } = [];

    /// <summary>Answers to a visit that nothing took, nor put off.</summary>
    public HashSet<(string State, string Answer, int Line)> Untaken { get; } = [];

    /// <summary>Ordinary events that moved a session on from a state, or ran a `do` there.</summary>
    public HashSet<(string State, string Event)> Taken { get; } = [];

    public HashSet<(string From, string To)> Moves { get; } = [];

    /// <summary>The comparisons, where they stand, and what they have been.</summary>
    public Dictionary<Expr, (int Line, bool True, bool False)> Tests { get; } = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<string> Story => _story;

    public void Tell(string what) => _story.Add(what);

    public bool Saw(int line, Expr test, bool value)
    {
        Tests.TryGetValue(test, out var seen);
        Tests[test] = (line, seen.True || value, seen.False || !value);
        return value;
    }
}
