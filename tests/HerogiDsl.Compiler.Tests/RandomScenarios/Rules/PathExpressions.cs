using HerogiDsl.Compiler.Tests.RandomScenarios.Model;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

/// <summary>Where an expression stands.</summary>
/// <param name="IsUnsure">No path is known to get here, so that nothing need be told.</param>
internal readonly record struct Place(View View, int Line, bool IsUnsure)
{
    public bool IsTemplate { get; init; }

    public Place With(View view) => this with { View = view };
}

/// <summary>
/// Reads of expressions on one path: HRG2003, HRG2008, HRG3006, HRG3007, HRG3008. Conditions are free: both ways are gone.
/// </summary>
internal sealed class PathExpressions(
    ScenarioModel scenario, Views views, Knowledge knowledge, Meetings meetings, Expected expected)
{
    /// <summary>The ways through an expression: what is known behind it, and whether its value is certainly there.</summary>
    public IEnumerable<(ulong Facts, bool IsThere)> Value(Expr expression, Place place, ulong facts)
    {
        foreach (var way in WaysOf(expression, place, facts))
        {
            if (!way.IsThere)
                meetings.Missing(expression, place.Line);
            yield return way;
        }
    }

    private IEnumerable<(ulong Facts, bool IsThere)> WaysOf(Expr expression, Place place, ulong facts)
    {
        switch (expression)
        {
            case SessionRead read:
                return [ReadDatum(read, place, facts)];
            case MemberRead read:
                return [(facts, ReadMember(read, place) is not { MayBeNull: true } || IsProved(read, facts))];
            case BodyRead read:
                return [ReadBody(read, place, facts)];
            case Coalesce coalesce:
                // Where the left one is there nobody reads the right one, but what it names must be there all the same.
                return Value(coalesce.Left, place, facts).SelectMany(left =>
                {
                    var right = Value(coalesce.Right, place with { IsUnsure = place.IsUnsure || left.IsThere }, left.Facts).ToArray();
                    return left.IsThere ? [left] : right.Prepend((left.Facts, true));
                }).Distinct();
            case Choose choose:
                var (holds, fails) = Condition(choose.Condition, place, facts);
                var then = place.With(views.Narrow(place.View, choose.Condition, true));
                var @else = place.With(views.Narrow(place.View, choose.Condition, false));
                return holds.SelectMany(fact => Value(choose.Then, then, fact))
                    .Concat(fails.SelectMany(fact => Value(choose.Else, @else, fact))).Distinct();
            case Plus plus:
                return Need(plus.Left, place, facts).SelectMany(left => Need(plus.Right, place, left))
                    .Distinct().Select(fact => (fact, true));
            case Null:
                return [(facts, false)];
            case Number or Words or Flag or ParameterRead:
                return [(facts, true)];
            default:
                var (isTrue, isFalse) = Condition(expression, place, facts);
                return isTrue.Union(isFalse).Select(fact => (fact, true));
        }
    }

    /// <summary>A value that must be there; where it may be missing that is told, once on a path.</summary>
    public IEnumerable<ulong> Need(Expr expression, Place place, ulong facts)
    {
        meetings.Needed("HRG2003", expression, place.Line);
        return Value(expression, place, facts).Select(way =>
        {
            if (way.IsThere)
                return way.Facts;
            Tell("HRG2003", place, isSure: !IsOfEvent(expression) || (IsChecked(place) && (way.Facts & Knowledge.Doubt) == 0));
            return way.Facts | (knowledge.PathOf(expression) ?? 0);
        }).Distinct();
    }

    /// <summary>What is known where a condition holds, and where it fails.</summary>
    public (IReadOnlyList<ulong> Holds, IReadOnlyList<ulong> Fails) Condition(Expr condition, Place place, ulong facts)
    {
        switch (condition)
        {
            case Not not:
                var (holds, fails) = Condition(not.Operand, place, facts);
                return (fails, holds);
            case And and:
                var (left, leftFails) = Condition(and.Left, place, facts);
                var (both, rightFails) = Each(and.Right, place.With(views.Narrow(place.View, and.Left, true)), left);
                return (both, [.. leftFails.Union(rightFails)]);
            case Or or:
                var (first, neither) = Condition(or.Left, place, facts);
                var (second, last) = Each(or.Right, place.With(views.Narrow(place.View, or.Left, false)), neither);
                return ([.. first.Union(second)], last);
            case IsNull test:
                return TestNull(test, place, facts);
            case MemberRead { Name: "ok" }:
                // Told to be wrong, it proves what it was to prove all the same.
                var isRight = ReadMember(new MemberRead("ok"), place) is not null;
                facts |= DoubtOf(condition, place);
                return ([facts | (isRight ? BodyIfAny(place.View) : Knowledge.Body)], [facts]);
            case IsEvent test:
                TestEvent(test, place);
                return ([facts], [facts]);
            case IsEventNull:
                return ([facts], [facts]);
            default:
                ulong[] after = [.. Operands(condition, place, facts | DoubtOf(condition, place)).Distinct()];
                CheckStatus(condition, place);
                return (after, after);
        }
    }

    public (IReadOnlyList<ulong> Holds, IReadOnlyList<ulong> Fails) Each(Expr? condition, Place place, IEnumerable<ulong> facts)
    {
        if (condition is null)
            return ([.. facts], []);
        var ways = facts.Select(fact => Condition(condition, place, fact)).ToArray();
        return ([.. ways.SelectMany(way => way.Holds).Distinct()], [.. ways.SelectMany(way => way.Fails).Distinct()]);
    }

    private IEnumerable<ulong> Operands(Expr condition, Place place, ulong facts) => condition switch
    {
        Compare { Operator: "==" or "!=" } test => Value(test.Left, place, facts)
            .SelectMany(left => Value(test.Right, place, left.Facts)).Select(way => way.Facts),
        Compare test => Need(test.Left, place, facts).SelectMany(left => Need(test.Right, place, left)),
        InRange test => Need(test.Value, place, facts),
        InList test => Need(test.Value, place, facts),
        InStatus => Need(new MemberRead("statusCode"), place, facts),
        _ => Need(condition, place, facts),
    };

    private (ulong[] Holds, ulong[] Fails) TestNull(IsNull test, Place place, ulong facts)
    {
        var isPossible = test.Value switch
        {
            SessionRead datum => scenario.Datum(datum.Name).MayBeNull,
            MemberRead member => ReadMember(member, place) is not { MayBeNull: false },
            BodyRead member => FieldOfBody(member, place) is not { MayBeNull: false },
            _ => true,
        };
        if (!isPossible)
            Tell("HRG2008", place, isSure: IsChecked(place) || test.Value is SessionRead);
        ulong[] read = [.. Value(test.Value, place, facts | DoubtOf(test.Value, place)).Select(way => way.Facts).Distinct()];
        ulong[] proved = [.. read.Select(fact => fact | (knowledge.PathOf(test.Value) ?? 0)).Distinct()];
        return test.IsNot ? (proved, read) : (read, proved);
    }

    private (ulong Facts, bool IsThere) ReadDatum(SessionRead read, Place place, ulong facts)
    {
        var bit = knowledge.Assigned(read.Name);
        if ((facts & bit) == 0)
            Tell("HRG3006", place, isSure: true);
        return (facts | bit, !scenario.Datum(read.Name).MayBeNull || IsProved(read, facts));
    }

    private (ulong Facts, bool IsThere) ReadBody(BodyRead read, Place place, ulong facts)
    {
        if (FieldOfBody(read, place) is not { } field)
            return (facts, true);
        if ((facts & Knowledge.Body) == 0)
            Tell("HRG2003", place, isSure: IsChecked(place) && (facts & Knowledge.Doubt) == 0);
        return (facts | Knowledge.Body, !field.MayBeNull || IsProved(read, facts));
    }

    private Field? FieldOfBody(BodyRead read, Place place) =>
        ReadMember(new MemberRead("body"), place) is null
            ? null
            : views.EventsOf(place.View).First().Fields.FirstOrDefault(field => field.Name == read.Name);

    private ulong DoubtOf(Expr condition, Place place)
    {
        var name = (condition as MemberRead)?.Name ?? (condition is BodyRead ? "body" : null);
        return name is not null && IsChecked(place) && views.EventsOf(place.View).All(declared => Find(declared, name) is null)
            ? Knowledge.Doubt
            : 0;
    }

    // Null where it is not there on every way, which is told, or where nobody comes.
    private Field? ReadMember(MemberRead read, Place place)
    {
        if (place.View.IsUnchecked || place.View.IsNobody)
        {
            // What nobody comes to may be told as if the event that is asked for did, or one of those that are.
            foreach (var id in new[] { place.IsTemplate ? "HRG4002" : "HRG1003", "HRG2003", "HRG3007", "HRG4007" })
                Tell(id, place, isSure: false);
            return null;
        }

        if ((place.View.Kinds & View.None) != 0)
        {
            Tell("HRG3008", place, isSure: true);
            return null;
        }

        var found = views.EventsOf(place.View).Select(declared => Find(declared, read.Name)).Distinct().ToArray();
        if (found is [{ } field])
            return field;
        Tell(found is not [null] ? "HRG3007" : place.IsTemplate ? "HRG4002" : "HRG1003", place, isSure: true);
        return null;
    }

    // The name of a body is that of its type.
    private static Field? Find(EventDecl declared, string name) => (name, declared.Origin) switch
    {
        ("body", Origin.HttpAs) => new Field("body of " + declared.Name, Kind.Text, true),
        ("body", Origin.Http) => new Field("body", Kind.Text, true),
        _ => declared.Member(name),
    };

    private void TestEvent(IsEvent test, Place place)
    {
        var bit = views.BitOf(test.Event);
        if (place.View.IsUnchecked)
            return;
        if ((place.View.Kinds & bit) == 0)
            Tell("HRG2008", place, isSure: !place.View.IsNobody);
        else if (place.View.Kinds == bit)
            Tell("HRG2008", place, isSure: false);
    }

    private void CheckStatus(Expr test, Place place)
    {
        var isOfHttp = views.EventsOf(place.View).All(declared => declared.Origin is Origin.Http or Origin.HttpAs);
        var isOfStatus = test is Compare { Left: MemberRead { Name: "statusCode" }, Right: Number }
            or InRange { Value: MemberRead { Name: "statusCode" } } or InList { Value: MemberRead { Name: "statusCode" } };
        // An end of a range may be wider than need be: `statusCode >= 500 and statusCode < 600`.
        var isSure = test is not InRange { IsNot: true }
            && (test is InList or Compare { Operator: "==" or "!=" } || !Outcomes.MayHold(test));
        if (isOfStatus && Outcomes.IsConstant(test))
            Tell("HRG2008", place, isSure && isOfHttp && IsChecked(place));
    }

    private ulong BodyIfAny(View view) =>
        !view.IsUnchecked && views.EventsOf(view).All(declared => declared.Origin == Origin.HttpAs) ? Knowledge.Body : 0;

    private bool IsProved(Expr expression, ulong facts) =>
        knowledge.PathOf(expression) is { } path && (facts & path) != 0;

    private static bool IsChecked(Place place) => !place.View.IsUnchecked && !place.View.IsNobody;

    private static bool IsOfEvent(Expr expression) => expression is MemberRead or BodyRead or Coalesce or Choose;

    public void Tell(string id, Place place, bool isSure) =>
        expected.Tell(new Told(id, place.Line), isSure && !(place.IsUnsure && id is ("HRG2003" or "HRG3006" or "HRG4007")));
}
