using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Binding.Locking;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Locking;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Declarations;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>HRG6003: what was stored cannot be read under the type that it has now.</summary>
internal sealed class LockedShapeCheck : ILockCheck
{
    public void Run(
        LockedProgram program, ScenarioFacts facts, ImmutableArray<LockedForm> forms, DiagnosticBag diagnostics)
    {
        foreach (var datum in facts.Scenario.Symbol.Session)
            CheckDatum(datum, forms, program.Shapes, diagnostics);
    }

    /// <summary>Checks the types, which belong to no scenario.</summary>
    public static void RunOnTypes(LockedProgram program, StoredTypes stored, DiagnosticBag diagnostics)
    {
        foreach (var locked in program.File.Types.Where(type => !stored.IsMigrated(type)))
        {
            if (program.Shapes.Find(locked) is { } now && LockedShapes.KindOf(now) == locked.Kind)
                CheckType(locked, now, program.Shapes, diagnostics);
        }
    }

    private static void CheckDatum(
        SessionSymbol datum, ImmutableArray<LockedForm> forms, LockedShapes shapes, DiagnosticBag diagnostics)
    {
        foreach (var form in forms)
        {
            if (form.FindReader(datum.Name) is null || form.State.Find(datum.Name) is not { } stored)
                continue;
            if (shapes.IsReadable(stored.Type, datum.Type, acceptsNull: ScenarioFlow.IsInitiallyThere(datum)))
                continue;
            var scenario = form.Facts.Scenario.Symbol;
            diagnostics.Report(LockDiagnostics.DatumChanged(
                scenario.Origin.Text.Locate(datum.Declaration.Name.Span),
                datum.Name,
                Shown(stored.Type),
                datum.Type.Name,
                form.State.Name));
            return;
        }
    }

    private static void CheckType(LockedType locked, NamedTypeSymbol now, LockedShapes shapes, DiagnosticBag diagnostics)
    {
        if (now is EnumSymbol @enum)
        {
            string[] gone = [.. locked.Values.Where(value => !@enum.Values.Contains(value, StringComparer.OrdinalIgnoreCase))];
            if (gone.Length > 0)
                diagnostics.Report(LockDiagnostics.ValuesGone(now.NameLocation, now.Name, gone));
            return;
        }

        // The members of an answer are those of the language.
        if (now is EventSymbol { EventOrigin: not EventOrigin.Ordinary } || locked.Origin.Length > 0)
            return;
        var owner = (now is EventSymbol ? "event '" : "record '") + now.Name + "'";
        foreach (var field in LockedShapes.FieldsOf(now))
        {
            if (field.Declaration is not { } declaration)
                continue;
            var at = now.Origin.Text.Locate(declaration.Name.Span);
            var known = locked.Fields.FirstOrDefault(candidate => candidate.JsonName == field.JsonName);
            if (known is null && !field.IsOptional && !field.Type.IsError)
                diagnostics.Report(LockDiagnostics.FieldRequired(at, field.Name, owner));
            else if (known is not null && !shapes.IsReadable(known.Type, field.Type, acceptsNull: field.IsOptional))
                diagnostics.Report(LockDiagnostics.FieldChanged(at, field.Name, owner, Shown(known.Type), field.Type.Name));
        }
    }

    // Acme.Onboarding.Plan? is 'Plan?' to whoever wrote it
    private static string Shown(LockedTypeName type) => type switch
    {
        LockedNullable nullable => Shown(nullable.Inner) + "?",
        LockedList list => Shown(list.Element) + "[]",
        LockedMap map => $"map<{Shown(map.Element)}>",
        LockedNamed named => named.Name.Substring(named.Name.LastIndexOf('.') + 1),
        _ => type.Text,
    };
}
