using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Generation;

/// <summary>Expressions of the wanted type that are right more often than not.</summary>
internal sealed class ExpressionGenerator(
    Dice dice, ImmutableArray<EventDecl> events, ImmutableArray<Datum> data, Views views)
{
    private static readonly long[] Statuses = [200, 201, 404, 409, 429, 500, 503, 0];

    private static readonly string[] Operators = ["==", "!=", "<", "<=", ">", ">="];

    public Expr Value(Kind kind, bool mayBeNull, Surround around, int depth = 2)
    {
        if (mayBeNull && dice.Chance(15))
            return new Null();
        if (kind == Kind.Flag)
            return dice.Chance(50) || depth == 0 ? new Flag(dice.Chance(50)) : Condition(around, depth - 1);
        var roll = dice.Roll(100);
        if (roll < 45 && Read(kind, mayBeNull || dice.Chance(around.Risk), around) is { } read)
            return read;
        if (roll < 55 && Read(kind, true, around) is { } left)
            return IsNullable(left) ? new Coalesce(left, Value(kind, false, around, 0)) : left;
        if (roll < 63 && depth > 0)
        {
            var condition = Condition(around, depth - 1);
            return new Choose(
                condition,
                Value(kind, false, Where(condition, true, around), 0),
                Value(kind, false, Where(condition, false, around), 0));
        }

        if (roll < 75 && depth > 0)
            return new Plus(Value(kind, false, around, 0), Value(kind, false, around, 0));
        return kind == Kind.Number ? new Number(dice.Roll(5)) : new Words(dice.Chance(50) ? "x" : "y");
    }

    /// <summary>A read of session data, of the event or of a parameter; null where there is nothing of that type.</summary>
    public Expr? Read(Kind kind, bool mayBeNull, Surround around)
    {
        var found = new List<Expr>();
        found.AddRange(data.Where(datum => datum.Kind == kind && IsFit(datum.MayBeNull, new SessionRead(datum.Name)))
            .Select(datum => new SessionRead(datum.Name)));
        found.AddRange(MembersIn(around).Where(field => field.Kind == kind && IsFit(field.MayBeNull, new MemberRead(field.Name)))
            .Select(field => new MemberRead(field.Name)));
        var hasBody = around.Proved.Contains(new MemberRead("body")) || dice.Chance(around.Risk);
        if (hasBody && Only(around.View) is { Origin: Origin.HttpAs } answer)
        {
            found.AddRange(answer.Fields.Where(field => field.Kind == kind && IsFit(field.MayBeNull, new BodyRead(field.Name)))
                .Select(field => new BodyRead(field.Name)));
        }

        if (around.Action is { Parameter: { } parameter } action && action.ParameterKind == kind)
            found.Add(new ParameterRead(parameter));
        return found.Count == 0 ? null : dice.Pick(found);

        bool IsFit(bool isNullable, Expr read) => mayBeNull || !isNullable || around.Proved.Contains(read);
    }

    /// <summary>What is in sight where a condition has held, or failed.</summary>
    public Surround Where(Expr condition, bool holds, Surround around) => around with
    {
        View = views.Narrow(around.View, condition, holds),
        Proved = [.. around.Proved, .. Proved(condition, holds)],
    };

    /// <summary>What a condition proves, as far as a generator need know.</summary>
    public static IEnumerable<Expr> Proved(Expr? condition, bool holds) => condition switch
    {
        Not not => Proved(not.Operand, !holds),
        And both when holds => Proved(both.Left, true).Concat(Proved(both.Right, true)),
        Or either when !holds => Proved(either.Left, false).Concat(Proved(either.Right, false)),
        IsNull test when test.IsNot == holds => [test.Value],
        MemberRead { Name: "ok" } when holds => [new MemberRead("body")],
        _ => [],
    };

    public Expr Condition(Surround around, int depth = 2)
    {
        var roll = dice.Roll(100);
        if (roll < 12 && depth > 0)
        {
            var left = Condition(around, depth - 1);
            return new And(left, Condition(Where(left, true, around), depth - 1));
        }

        if (roll < 20 && depth > 0)
        {
            var left = Condition(around, depth - 1);
            return new Or(left, Condition(Where(left, false, around), depth - 1));
        }

        if (roll < 26 && depth > 0)
            return new Not(Condition(around, depth - 1));
        if (roll < 60 && Only(around.View) is { IsAnswer: true } answer)
            return OfOutcome(answer);
        if (roll < 60 && OfEvent(around.View) is { } test)
            return test;
        if (roll < 85 && OfNull(around) is { } isNull)
            return isNull;
        return Comparison(around);
    }

    /// <summary>What guards say of an answer.</summary>
    public Expr OfOutcome(EventDecl answer)
    {
        var status = new MemberRead("statusCode");
        return dice.Roll(answer.Origin == Origin.Smtp ? 7 : 12) switch
        {
            0 or 1 or 2 => new MemberRead("ok"),
            3 or 4 => new MemberRead("unknown"),
            5 => new Compare(dice.Pick(Operators), status, new Number(dice.Pick(Statuses))),
            6 or 7 => new Compare("==", status, new Number(dice.Pick(Statuses))),
            8 => new InStatus(dice.Pick([2, 3, 4, 5]), dice.Chance(25)),
            9 => new InRange(status, dice.Pick([0L, 200, 400, 409, 500]), dice.Pick([299L, 408, 499, 599]), dice.Chance(25)),
            10 => new InList(status, [dice.Pick(Statuses), dice.Pick(Statuses)], dice.Chance(25)),
            _ => dice.Chance(10)
                ? new Compare(dice.Pick(Operators), status, new Number(dice.Pick([50L, 600, 999, 99, 599])))
                : new MemberRead("ok"),
        };
    }

    private Expr? OfEvent(View view)
    {
        if (view.IsUnchecked || view.IsNobody)
            return null;
        if ((view.Kinds & View.None) != 0 && dice.Chance(40))
            return new IsEventNull(dice.Chance(70));
        var kinds = views.EventsOf(view).ToArray();
        if (kinds.Length < 2 && (view.Kinds & View.None) == 0 && dice.Chance(90))
            return null;
        var named = kinds.Length == 0 || dice.Chance(5) ? dice.Pick(events) : dice.Pick(kinds);
        return new IsEvent(named.Name, dice.Chance(20));
    }

    private Expr? OfNull(Surround around)
    {
        var found = new List<Expr>();
        found.AddRange(data.Where(datum => datum.MayBeNull).Select(datum => new SessionRead(datum.Name)));
        found.AddRange(MembersIn(around).Where(field => field.MayBeNull).Select(field => new MemberRead(field.Name)));
        if (Only(around.View) is { } only && only.Origin is Origin.HttpAs or Origin.Http)
            found.Add(new MemberRead("body"));
        if (dice.Chance(2))
            found.AddRange(data.Select(datum => new SessionRead(datum.Name)));
        return found.Count == 0 ? null : new IsNull(dice.Pick(found), dice.Chance(70), dice.Chance(60));
    }

    private Expr Comparison(Surround around)
    {
        var kind = dice.Chance(60) ? Kind.Number : Kind.Text;
        if (Read(kind, dice.Chance(around.Risk), around) is { } read)
            return new Compare(dice.Pick(Operators), read, Value(kind, false, around, 0));
        return data.FirstOrDefault(datum => datum is { Kind: Kind.Flag }) is { } flag
            ? new SessionRead(flag.Name)
            : new Compare("<", Value(Kind.Number, false, around, 0), new Number(3));
    }

    // Now and then one that is not there on every way.
    private IEnumerable<Field> MembersIn(Surround around)
    {
        var view = around.View;
        if (view.IsUnchecked || ((view.Kinds & View.None) != 0 && !dice.Chance(around.Risk)))
            return [];
        var kinds = views.EventsOf(view).ToArray();
        if (kinds.Length == 0)
            return [];
        var members = dice.Pick(kinds).Members;
        return dice.Chance(around.Risk) ? members : members.Where(field => kinds.All(kind => kind.Members.Contains(field)));
    }

    private EventDecl? Only(View view) =>
        (view.Kinds & View.None) == 0 && views.EventsOf(view).Take(2).ToArray() is [var only] ? only : null;

    public bool IsNullable(Expr read) => read switch
    {
        SessionRead session => data.First(datum => datum.Name == session.Name).MayBeNull,
        MemberRead member => member.Name is "c" or "d" or "error",
        BodyRead member => member.Name is "c" or "d",
        _ => false,
    };
}

/// <summary>What is in sight where something is generated.</summary>
/// <param name="Risk">How many of a hundred choices take what may not be there.</param>
internal sealed record Surround(View View, ActionModel? Action, int Risk)
{
    /// <summary>What is known not to be null.</summary>
    public ImmutableArray<Expr> Proved { get; init; } = [];
}
