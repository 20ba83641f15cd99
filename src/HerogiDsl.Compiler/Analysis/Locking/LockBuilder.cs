using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Analysis.Locking;

/// <summary>Says what a build promises to the sessions in flight.</summary>
internal static class LockBuilder
{
    /// <param name="old">The lock until now, whose forms the `migrate`s go on from; null to forget them.</param>
    public static LockFile Build(BoundProgram program, ImmutableArray<ScenarioFacts> facts, LockFile? old)
    {
        var types = program.Records.Cast<NamedTypeSymbol>().Concat(program.Events).Concat(program.Enums).Select(Lock);
        var retired = new RetiredForms(old, program, [.. types]);
        ImmutableArray<LockedScenario> scenarios = [.. facts.Select(each => Lock(each, retired))];
        return new LockFile(scenarios, retired.Types);
    }

    private static LockedScenario Lock(ScenarioFacts facts, RetiredForms retired)
    {
        var symbol = facts.Scenario.Symbol;
        return new LockedScenario(
            symbol.FullName,
            symbol.Declaration.IsOnce,
            [.. symbol.Session.Select(Lock)],
            [
                // No session can be in a state that nothing leads to.
                .. facts.Scenario.States
                    .Where(state => state.Symbol.Kind == StateKind.State && facts.Reachable.Contains(state.Symbol))
                    .Select(state => Lock(state.Symbol, facts)),
                .. retired.Of(facts.Scenario),
            ]);
    }

    private static LockedDatum Lock(SessionSymbol datum) =>
        new(datum.Name, NameOf(datum.Type), datum.Declaration.Default is not null);

    private static LockedState Lock(StateSymbol state, ScenarioFacts facts) => new(
        state.Name,
        IsRetired: false,
        [.. facts.AtRest[state].Select(datum => new LockedStateDatum(
            datum.Symbol.Name, NameOf(datum.IsNotNull ? datum.Symbol.Type.Underlying : datum.Symbol.Type)))]);

    private static LockedType Lock(NamedTypeSymbol type) => type switch
    {
        EnumSymbol @enum => new LockedType(LockedTypeKind.Enum, type.FullName, [], [.. @enum.Values]),
        EventSymbol { EventOrigin: not EventOrigin.Ordinary } answer => new LockedType(
            LockedTypeKind.Event,
            type.FullName,
            [],
            [],
            answer.EventOrigin == EventOrigin.Http ? "http" : "smtp",
            answer.Body is { } body ? NameOf(body) : null),
        _ => new LockedType(LockedShapes.KindOf(type), type.FullName, [.. LockedShapes.FieldsOf(type).Select(Lock)], []),
    };

    private static LockedField Lock(FieldSymbol field) =>
        new(field.Name, field.JsonName, NameOf(field.Type), field.Declaration?.Default is not null);

    private static LockedTypeName NameOf(Symbols.Types.TypeSymbol type) =>
        LockedTypeName.Parse(LockedShapes.NameOf(type)) ?? new LockedNamed("json");
}
