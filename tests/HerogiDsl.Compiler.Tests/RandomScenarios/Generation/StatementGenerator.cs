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
        if (roll < 40 && data.Length > 0)
        {
            var datum = dice.Pick(data);
            return new Set(datum.Name, _expressions.Value(datum.Kind, datum.MayBeNull, around));
        }

        if (roll < 58 && depth > 0)
            return Conditional(around, depth);
        if (roll < 70 && events.Any(declared => !declared.IsAnswer))
            return Send(around);
        if (roll < 78)
        {
            var hole = _expressions.Read(dice.Chance(50) ? Kind.Text : Kind.Number, dice.Chance(around.Risk), around);
            return new Call(null, dice.Pick(["get", "post", "put"]), null, false, dice.Chance(20), hole);
        }

        if (roll < 80 && depth < 2)
            return new Fail();
        return new Log([.. new[] { Kind.Text, Kind.Number }.Where(_ => dice.Chance(70))
            .Select(kind => _expressions.Read(kind, true, around)).OfType<Expr>()]);
    }

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
        var declared = dice.Pick([.. events.Where(declared => !declared.IsAnswer)]);
        var payload = declared.Fields.Where(field => !field.MayBeNull || dice.Chance(50))
            .Select(field => (field.Name, _expressions.Value(field.Kind, field.MayBeNull, around, 1)));
        return new Send(declared.Name, [.. payload], dice.Chance(15));
    }
}
