using System.Collections.Immutable;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Model;

// A scenario as the tests have it: nothing of the compiler's is in it.
internal enum Kind
{
    Number,
    Text,
    Flag,
}

internal enum Origin
{
    Ordinary,
    Http,
    HttpAs,
    Smtp,
}

internal sealed record Field(string Name, Kind Kind, bool MayBeNull);

/// <param name="Fields">Its own; for an answer with <c>as</c> those of the record.</param>
internal sealed record EventDecl(string Name, Origin Origin, ImmutableArray<Field> Fields)
{
    public bool IsAnswer => Origin != Origin.Ordinary;

    /// <summary>What `event.x` may name; `body` apart.</summary>
    public Field? Member(string name) => Members.FirstOrDefault(field => field.Name == name);

    public IEnumerable<Field> Members => Origin switch
    {
        Origin.Ordinary => Fields,
        Origin.Smtp => Outcome,
        _ => [.. Outcome, new Field("text", Kind.Text, false)],
    };

    private static readonly ImmutableArray<Field> Outcome =
    [
        new("statusCode", Kind.Number, false),
        new("ok", Kind.Flag, false),
        new("unknown", Kind.Flag, false),
        new("error", Kind.Text, true),
    ];
}

internal sealed record Datum(string Name, Kind Kind, bool MayBeNull, Expr? Default)
{
    /// <summary>What it is counted from, where it is an aggregate.</summary>
    public Aggregate? Counted { get; init; }
}

/// <param name="Function">count, sum or max.</param>
internal sealed record Aggregate(string Function, string Event, bool IsTumbling);

internal sealed record ScenarioModel(
    ImmutableArray<EventDecl> Events,
    ImmutableArray<Datum> Data,
    ImmutableArray<ActionModel> Actions,
    ImmutableArray<Transition> Start,
    ImmutableArray<StateModel> States,
    ImmutableArray<Transition> Anywhere,
    ImmutableArray<Defer> AnywhereDefers)
{
    public bool IsOnce { get; init; }

    public EventDecl Event(string name) => Events.First(candidate => candidate.Name == name);

    public Datum Datum(string name) => Data.First(candidate => candidate.Name == name);

    public ActionModel Action(string name) => Actions.First(candidate => candidate.Name == name);

    public StateModel State(string name) => States.First(candidate => candidate.Name == name);

    /// <summary>What is judged in a state, in order.</summary>
    public IEnumerable<Transition> Leaving(StateModel? state) => state switch
    {
        null => Start,
        { IsEnd: true } => [],
        _ => state.Transitions.Concat(Anywhere.Where(transition => transition.Target != state.Name)),
    };

    public IEnumerable<Transition> AllTransitions =>
        Start.Concat(States.SelectMany(state => state.Transitions)).Concat(Anywhere);
}

internal sealed record ActionModel(string Name, string? Parameter, Kind ParameterKind, ImmutableArray<Stmt> Body);

internal sealed record StateModel(
    string Name,
    bool IsEnd,
    ImmutableArray<Stmt> Statements,
    ImmutableArray<Transition> Transitions,
    ImmutableArray<Stmt> Exit,
    ImmutableArray<Defer> Defers);

internal sealed record Defer(string Event, bool IsIgnore);

/// <param name="Target">Null for `stay`.</param>
internal sealed record Transition(Trigger Trigger, Expr? Guard, ImmutableArray<Stmt> Do, string? Target);

internal abstract record Trigger
{
    public bool Takes(EventDecl brought) => this switch
    {
        On on => on.Event == brought.Name,
        OnAny => !brought.IsAnswer,
        _ => false,
    };

    public bool IsTimer => this is After or Every;
}

internal sealed record On(string Event, string? Label) : Trigger;

internal sealed record OnAny : Trigger;

internal sealed record After(int Seconds) : Trigger;

internal sealed record Every(string Cron) : Trigger;

internal abstract record Stmt;

internal sealed record Set(string Datum, Expr Value) : Stmt;

internal sealed record If(ImmutableArray<Branch> Branches, ImmutableArray<Stmt> Else) : Stmt;

internal sealed record Branch(Expr Condition, ImmutableArray<Stmt> Then);

internal sealed record Log(ImmutableArray<Expr> Holes) : Stmt;

internal sealed record Send(string Event, ImmutableArray<(string Field, Expr Value)> Payload, bool IsForOther) : Stmt
{
    /// <summary>`schedule … in 1h`.</summary>
    public bool IsLater { get; init; }
}

internal sealed record Cancel(string Event) : Stmt;

/// <param name="Method">Of http, or `email`.</param>
/// <param name="Hole">What stands in its path or subject.</param>
internal sealed record Call(
    string? Label, string Method, string? Returns, bool IsIdempotent, bool HasKey, Expr? Hole) : Stmt
{
    /// <summary>A value without which the hole is left out: `{{ if session.t }}`.</summary>
    public Expr? Condition { get; init; }

    /// <summary>What stands in its json.</summary>
    public ImmutableArray<Expr> Json { get; init; } = [];

    public bool MayBeUnknown => Method == "email" || (Method is "post" or "patch" && !IsIdempotent && !HasKey);
}

internal sealed record Run(string Action, Expr? Argument) : Stmt;

internal sealed record Fail : Stmt;

internal abstract record Expr;

internal sealed record Number(long Value) : Expr;

internal sealed record Words(string Value) : Expr;

internal sealed record Flag(bool Value) : Expr;

internal sealed record Null : Expr;

internal sealed record SessionRead(string Name) : Expr;

internal sealed record MemberRead(string Name) : Expr;

internal sealed record BodyRead(string Name) : Expr;

internal sealed record ParameterRead(string Name) : Expr;

internal sealed record Not(Expr Operand) : Expr;

internal sealed record And(Expr Left, Expr Right) : Expr;

internal sealed record Or(Expr Left, Expr Right) : Expr;

internal sealed record Compare(string Operator, Expr Left, Expr Right) : Expr;

internal sealed record InStatus(int Hundred, bool IsNot) : Expr;

internal sealed record InRange(Expr Value, long Low, long High, bool IsNot) : Expr;

internal sealed record InList(Expr Value, ImmutableArray<long> Items, bool IsNot) : Expr;

/// <param name="IsWord">`is null`, and not `== null`.</param>
internal sealed record IsNull(Expr Value, bool IsNot, bool IsWord) : Expr;

internal sealed record IsEvent(string Event, bool IsNot) : Expr;

internal sealed record IsEventNull(bool IsNot) : Expr;

internal sealed record Coalesce(Expr Left, Expr Right) : Expr;

internal sealed record Choose(Expr Condition, Expr Then, Expr Else) : Expr;

internal sealed record Plus(Expr Left, Expr Right) : Expr;
