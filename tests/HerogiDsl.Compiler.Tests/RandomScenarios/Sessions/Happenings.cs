using System.Collections.Immutable;
using HerogiDsl.Compiler.Tests.RandomScenarios.Generation;
using HerogiDsl.Compiler.Tests.RandomScenarios.Model;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;

namespace HerogiDsl.Compiler.Tests.RandomScenarios.Sessions;

/// <summary>What comes from outside: ordinary events, and answers of every kind.</summary>
internal sealed class Happenings(ScenarioModel scenario, Dice dice)
{
    private readonly ImmutableArray<EventDecl> _ordinary = [.. scenario.Events.Where(declared => !declared.IsAnswer)];

    public Instance? Any()
    {
        if (_ordinary.IsEmpty)
            return null;
        var declared = dice.Pick(_ordinary);
        return new Instance(declared, Fields(declared), null);
    }

    public Instance Answer(Call call, int visit)
    {
        var declared = scenario.Event(call.Returns ?? "");
        var outcome = Draw(Outcomes.Of(declared, call.MayBeUnknown));
        var members = new Dictionary<string, object?>
        {
            ["statusCode"] = (long)outcome.Status,
            ["ok"] = outcome.IsOk,
            ["unknown"] = outcome.IsUnknown,
            ["error"] = outcome.Status == 0 ? "no answer" : null,
        };
        if (declared.Origin != Origin.Smtp)
            members["text"] = "text";
        var body = declared.Origin switch
        {
            Origin.HttpAs when outcome.IsOk => Fields(declared),
            Origin.Http when dice.Chance(50) => new Dictionary<string, object?>(),
            _ => null,
        };
        return new Instance(declared, members, body) { Asked = (call, visit) };
    }

    // A fine answer every other time, and all that may go wrong.
    private Outcome Draw(ImmutableArray<Outcome> outcomes)
    {
        if (dice.Chance(40))
            return outcomes.First(outcome => outcome.IsOk);
        return dice.Pick(outcomes);
    }

    private Dictionary<string, object?> Fields(EventDecl declared) => declared.Fields.ToDictionary(
        field => field.Name,
        field => field.MayBeNull && dice.Chance(50) ? null : field.Kind switch
        {
            Kind.Number => (object)(long)dice.Roll(5),
            Kind.Text => dice.Chance(50) ? "x" : "y",
            _ => dice.Chance(50),
        });
}
