using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Diagnostics;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>HRG6002: a datum that is certain in a state now and was not before, and that nothing gives a value.</summary>
internal sealed class LockedStateDataCheck : ILockCheck
{
    public void Run(
        LockedProgram program, ScenarioFacts facts, ImmutableArray<LockedForm> forms, DiagnosticBag diagnostics)
    {
        // What a `migrate` brings is a way into its target: there, nothing is certain that it does not bring.
        foreach (var group in forms.Where(form => !form.HasMigrate).GroupBy(form => form.Target))
        {
            if (group.Key is not { } state || !Soundness.HasWholeTransitions(group.First().Facts.Scenario))
                continue;
            var data = group.First().Facts.AtRest[state];
            string[] missing = [.. data.Where(datum => group.Any(form => IsMissing(datum, form))).Select(NameOf)];
            string[] nullable = [.. data.Where(datum => group.Any(form => MayBeNull(datum, form))).Select(NameOf)];
            if (missing.Length + nullable.Length > 0)
            {
                var at = Soundness.NameOf(group.First().Facts.Scenario, state);
                diagnostics.Report(LockDiagnostics.LacksData(at, state.Name, missing, nullable));
            }
        }
    }

    private static string NameOf(CertainDatum datum) => datum.Symbol.Name;

    private static bool IsMissing(CertainDatum datum, LockedForm form) =>
        form.State.Find(datum.Symbol.Name) is null && !datum.Symbol.HasInitialValue && !datum.Symbol.Type.IsError;

    private static bool MayBeNull(CertainDatum datum, LockedForm form) =>
        datum.IsNotNull && datum.Symbol.Type.IsNullable && !ScenarioFlow.IsInitiallyThere(datum.Symbol)
        && form.State.Find(datum.Symbol.Name) is not { Type.IsNullable: false };
}
