using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>What is known on one path, as bits: session data that are set, values that are proved not null.</summary>
internal sealed class Knowledge
{
    private const int ProvedSession = 16;
    private const int ProvedEvent = 32;

    private static readonly string[] EventPaths = ["body", "error", "c", "d", "body.c", "body.d"];

    private readonly ScenarioModel _scenario;

    // The window of an aggregate moves on.
    private readonly ulong _moving;

    public Knowledge(ScenarioModel scenario)
    {
        _scenario = scenario;
        foreach (var datum in scenario.Data)
        {
            if (datum.Default is not null || datum.MayBeNull)
                Initial |= Assigned(datum.Name);
            if (datum.MayBeNull && datum.Default is not (null or Null))
                Initial |= Proved(datum.Name);
            if (datum.Counted is not null)
                _moving |= Proved(datum.Name);
            AllAssigned |= Assigned(datum.Name);
        }
    }

    public ulong Initial { get; }

    /// <summary>In a state that nothing leads to all is taken as set.</summary>
    public ulong AllAssigned { get; }

    public ulong Assigned(string datum) => 1UL << IndexOf(datum);

    public ulong Proved(string datum) => 1UL << (ProvedSession + IndexOf(datum));

    /// <summary>The bit of what a condition can prove; null where it is computed.</summary>
    public ulong? PathOf(Expr expression) => expression switch
    {
        SessionRead read => Proved(read.Name),
        MemberRead read => OfEvent(read.Name),
        BodyRead read => OfEvent("body." + read.Name),
        _ => null,
    };

    /// <summary>A condition named a member that no event here has: nobody knows what it was to prove of `event`.</summary>
    public const ulong Doubt = 1UL << 60;

    public static ulong Body => OfEvent("body") ?? 0;

    /// <summary>Only what goes on when the step is over.</summary>
    public ulong OfSession(ulong facts) => facts & ((1UL << ProvedEvent) - 1) & ~_moving;

    private static ulong? OfEvent(string path) =>
        Array.IndexOf(EventPaths, path) is >= 0 and var index ? 1UL << (ProvedEvent + index) : null;

    private int IndexOf(string datum)
    {
        for (var i = 0; i < _scenario.Data.Length; i++)
        {
            if (_scenario.Data[i].Name == datum)
                return i;
        }

        throw new InvalidOperationException(datum);
    }
}
