using System.Globalization;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Sessions;

/// <summary>An event that a session is given.</summary>
internal sealed record Instance(
    EventDecl Declared, IReadOnlyDictionary<string, object?> Members, IReadOnlyDictionary<string, object?>? Body)
{
    /// <summary>For an answer: who asked for it, in which visit.</summary>
    public (Call Call, int Visit)? Asked { get; init; }

    public override string ToString() =>
        $"{Declared.Name}({string.Join(", ", Members.Select(member => $"{member.Key}: {member.Value ?? "null"}"))}"
        + $"{(Body is null ? "" : $"; body {string.Join(", ", Body.Select(member => $"{member.Key}: {member.Value ?? "null"}"))}")})";
}

/// <summary>A step that cannot go on.</summary>
internal sealed class FaultException(string id) : Exception(id)
{
    public string Id { get; } = id;
}

/// <summary>Expressions with the values at hand.</summary>
internal sealed class Evaluation(
    IReadOnlyDictionary<string, object?> data, Instance? instance, Observed observed)
{
    public object? Parameter { get; init; }

    public int Line { get; init; }

    public bool Holds(Expr? condition) => condition is null || (bool)Need(condition);

    public object Need(Expr expression) => Value(expression) ?? throw new FaultException("HRG2003");

    public object? Value(Expr expression) => expression switch
    {
        Number number => number.Value,
        Words words => words.Value,
        Flag flag => flag.Value,
        Null => null,
        SessionRead read => data.TryGetValue(read.Name, out var value) ? value : throw new FaultException("HRG3006"),
        MemberRead { Name: "body" } => Answer("body"),
        MemberRead read => Member(read.Name),
        BodyRead read => Body(read.Name),
        ParameterRead => Parameter,
        Not not => !Holds(not.Operand),
        And and => Holds(and.Left) && Holds(and.Right),
        Or or => Holds(or.Left) || Holds(or.Right),
        Compare compare => observed.Saw(Line, compare, Compare(compare)),
        InStatus test => ((long)Need(new MemberRead("statusCode")) / 100 == test.Hundred) != test.IsNot,
        InRange test => observed.Saw(
            Line, test, (Need(test.Value) is long value && value >= test.Low && value <= test.High) != test.IsNot),
        InList test => observed.Saw(
            Line, test, (Need(test.Value) is long item && test.Items.Contains(item)) != test.IsNot),
        IsNull test => observed.Saw(Line, test, (Value(test.Value) is null) != test.IsNot),
        IsEvent test => observed.Saw(Line, test, (instance?.Declared.Name == test.Event) != test.IsNot),
        IsEventNull test => (instance is null) != test.IsNot,
        Coalesce coalesce => Value(coalesce.Left) ?? Value(coalesce.Right),
        Choose choose => Value(Holds(choose.Condition) ? choose.Then : choose.Else),
        Plus plus => Add(Need(plus.Left), Need(plus.Right)),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private Instance Brought => instance ?? throw new FaultException("HRG3008");

    private object? Member(string name) =>
        Brought.Members.TryGetValue(name, out var value) ? value : throw new FaultException("HRG3007");

    private object? Answer(string name) => Brought.Declared.Origin is Origin.Http or Origin.HttpAs
        ? Brought.Body is null ? null : name
        : throw new FaultException("HRG3007");

    private object? Body(string name)
    {
        if (Brought.Declared.Origin is not (Origin.Http or Origin.HttpAs))
            throw new FaultException("HRG3007");
        // Whether a json has what is wanted only the run can say.
        if (Brought.Declared.Origin == Origin.Http)
            throw new FaultException("fail");
        var body = Brought.Body ?? throw new FaultException("HRG2003");
        return body.TryGetValue(name, out var value) ? value : throw new FaultException("HRG3007");
    }

    private bool Compare(Compare compare)
    {
        if (compare.Operator is "==" or "!=")
            return Equals(Value(compare.Left), Value(compare.Right)) == (compare.Operator == "==");
        return (Need(compare.Left), Need(compare.Right)) switch
        {
            (long left, long right) => Outcomes.Is(compare.Operator, left, right),
            (string left, string right) => Outcomes.Is(compare.Operator, string.CompareOrdinal(left, right), 0),
            // Where two events have members of one name and two types, which is told.
            _ => false,
        };
    }

    private static object Add(object left, object right) => (left, right) switch
    {
        (long first, long second) => unchecked(first + second),
        _ => string.Create(CultureInfo.InvariantCulture, $"{left}{right}") is { Length: < 40 } joined ? joined : "x",
    };
}
