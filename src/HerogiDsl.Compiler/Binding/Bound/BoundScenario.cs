using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Bound;

/// <summary>A scenario, bound.</summary>
/// <param name="Start">The start.</param>
/// <param name="States">States and ends, in the order written.</param>
/// <param name="Anywhere">Transitions of `anywhere`; a state has those that do not lead to itself.</param>
/// <param name="AnywhereDefers">`defer` and `ignore` of `anywhere`.</param>
/// <param name="HasErrors">Whether something in it was told to be wrong: then it has types, but no step function.</param>
internal sealed record BoundScenario(
    ScenarioSymbol Symbol,
    BoundState Start,
    ImmutableArray<BoundState> States,
    ImmutableArray<BoundTransition> Anywhere,
    ImmutableArray<BoundDefer> AnywhereDefers,
    ImmutableArray<BoundMigration> Migrations,
    bool HasErrors)
{
    /// <summary>Whether some of its text, or of an action in sight, could not be read.</summary>
    public bool HasSyntaxFaults { get; init; }

    /// <summary>Session data that text which could not be read may set: nobody knows on which ways they are set.</summary>
    public HashSet<SessionSymbol> UnsureData { get; init; } = [];

    /// <summary>Events whose declarations stand on lines that could not be read: nobody knows of what kind they are.</summary>
    public HashSet<EventSymbol> UnsureEvents { get; init; } = [];

    /// <summary>The start, and every state and end that some path from it leads to.</summary>
    public HashSet<StateSymbol> Reachable { get; init; } = [];

    /// <summary>What `event` is in the statements of each state.</summary>
    public IReadOnlyDictionary<StateSymbol, EventView> Views { get; init; } = new Dictionary<StateSymbol, EventView>();

    /// <summary>States that only sessions of an earlier build are in, with the data they have.</summary>
    public IReadOnlyDictionary<StateSymbol, LockedSession> Kept { get; init; } = new Dictionary<StateSymbol, LockedSession>();

    private ILookup<StateSymbol?, BoundTransition>? _leading;

    /// <summary>The transitions that lead to a state, those of `anywhere` once each.</summary>
    public IEnumerable<BoundTransition> LeadingTo(StateSymbol state) => (_leading ??= States.Append(Start)
        .SelectMany(from => from.Transitions)
        .Concat(Anywhere)
        .ToLookup(transition => transition.Target))[state];

    /// <summary>The transitions that hold in a state, in the order they are judged; an end has none.</summary>
    public IEnumerable<BoundTransition> Leaving(BoundState state) => state.Symbol.Kind == StateKind.State
        ? state.Transitions.Concat(Anywhere.Where(transition => transition.Target != state.Symbol))
        : state.Transitions;
}

/// <summary>The start, a state or an end.</summary>
/// <param name="Statements">What runs on entry, in order.</param>
/// <param name="Exit">What runs when the state is left.</param>
internal sealed record BoundState(
    StateSymbol Symbol,
    ImmutableArray<BoundStatement> Statements,
    ImmutableArray<BoundTransition> Transitions,
    ImmutableArray<BoundStatement> Exit,
    ImmutableArray<BoundDefer> Defers);

/// <summary>One event of a `defer` or `ignore`.</summary>
internal sealed record BoundDefer(EventSymbol Event, bool IsIgnore, DeferSyntax Syntax);

/// <summary>A transition.</summary>
/// <param name="Target">Where it leads; null for `stay`.</param>
/// <param name="IsAnywhere">Whether it stands in `anywhere`.</param>
internal sealed record BoundTransition(
    TransitionSyntax Syntax,
    BoundTrigger Trigger,
    BoundExpression? Guard,
    ImmutableArray<BoundStatement> Do,
    StateSymbol? Target,
    bool IsAnywhere);

/// <summary>What sets a transition off.</summary>
internal abstract record BoundTrigger;

// example: on Saved from addNewCompany
internal sealed record BoundOnEvent(EventSymbol Event, string? From) : BoundTrigger;

// example: on any
internal sealed record BoundOnAny : BoundTrigger;

// example: after 1h
internal sealed record BoundAfter(BoundExpression Delay) : BoundTrigger;

// example: every "0 9 * * *" zone "Europe/Berlin"
internal sealed record BoundEvery(string Cron, string Zone) : BoundTrigger
{
    /// <summary>Whether one of the two was told to be wrong.</summary>
    public bool IsMalformed { get; init; }
}

/// <summary>A trigger that was told to be wrong.</summary>
internal sealed record BoundErrorTrigger : BoundTrigger;

// example: migrate A -> B { set plan = Plan.Free }
/// <param name="To">Where it leads; null for a state that is gone as well, and that another one leads on from.</param>
/// <param name="Locked">The data of the locked state; null where there is no lock, or it does not know the state.</param>
internal sealed record BoundMigration(
    MigrateSyntax Syntax, StateSymbol? To, LockedSession? Locked, ImmutableArray<BoundStatement> Statements)
{
    public string From => Syntax.From.Text;
}
