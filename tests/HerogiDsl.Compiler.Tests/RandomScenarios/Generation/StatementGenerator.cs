using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Generation;

/// <summary>Statements that ask for no answers.</summary>
internal sealed class StatementGenerator(
    Dice dice, ImmutableArray<EventDecl> events, ImmutableArray<Datum> data, Views views)
{
    private readonly ExpressionGenerator _expressions = new(dice, events, data, views);

    public Expr Condition(Surround around) => _expressions.Condition(around);

    public Expr Value(Kind kind, Surround around) => _expressions.Value(kind, false, around);

    public List<Stmt> Some(int most, Surround around, int depth = 2)
    {
        var statements = new List<Stmt>();
        for (var i = dice.Roll(most + 1); i > 0; i--)
            statements.Add(One(around, depth));
        return statements;
    }

    private Stmt One(Surround around, int depth)
    {
        var roll = dice.Roll(100);
        if (roll < 40 && data.Where(datum => datum.Counted is null).ToArray() is { Length: > 0 } own)
        {
            var datum = dice.Pick(own);
            return new Set(datum.Name, _expressions.Value(datum.Kind, datum.MayBeNull, around));
        }

        if (roll < 58 && depth > 0)
            return Conditional(around, depth);
        if (roll < 70 && events.Any(declared => !declared.IsAnswer))
            return dice.Chance(10) ? new Cancel(Ordinary().Name) : Send(around);
        if (roll < 78)
            return Call(around);
        if (roll < 80 && depth < 2)
            return new Fail();
        return new Log([.. new[] { Kind.Text, Kind.Number }.Where(_ => dice.Chance(70))
            .Select(kind => _expressions.Read(kind, true, around)).OfType<Expr>()]);
    }

    private EventDecl Ordinary() => dice.Pick([.. events.Where(declared => !declared.IsAnswer)]);

    private Call Call(Surround around)
    {
        var isGuarded = dice.Chance(25);
        var hole = _expressions.Read(AnyKind(), isGuarded || dice.Chance(around.Risk), around);
        var call = new Call(null, dice.Pick(["get", "post", "put"]), null, false, dice.Chance(20), hole);
        if (isGuarded && hole is not null)
        {
            var other = dice.Chance(15) ? _expressions.Read(AnyKind(), true, around) : hole;
            call = call with { Condition = other is not null && _expressions.IsNullable(other) ? other : null };
        }

        if (call.Method == "get" || dice.Chance(60))
            return call;
        var holes = new[] { Kind.Text, Kind.Number }.Select(kind => _expressions.Read(kind, true, around));
        return call with { Json = [.. holes.OfType<Expr>()] };
    }

    private Kind AnyKind() => dice.Chance(50) ? Kind.Text : Kind.Number;

    private If Conditional(Surround around, int depth)
    {
        var branches = ImmutableArray.CreateBuilder<Branch>();
        for (var i = dice.Chance(20) ? 2 : 1; i > 0; i--)
        {
            var condition = _expressions.Condition(around);
            var then = _expressions.Where(condition, true, around);
            branches.Add(new Branch(condition, [.. Some(2, then, depth - 1)]));
            around = _expressions.Where(condition, false, around);
        }

        return new If(branches.ToImmutable(), dice.Chance(50) ? [.. Some(2, around, depth - 1)] : []);
    }

    private Send Send(Surround around)
    {
        var declared = Ordinary();
        var payload = declared.Fields.Where(field => !field.MayBeNull || dice.Chance(50))
            .Select(field => (field.Name, _expressions.Value(field.Kind, field.MayBeNull, around, 1)));
        return new Send(declared.Name, [.. payload], dice.Chance(15)) { IsLater = dice.Chance(25) };
    }
}
