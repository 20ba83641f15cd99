using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>HRG6005: a `migrate` from a state that the lock does not know.</summary>
internal sealed class UselessMigrateCheck : ILockCheck
{
    public void Run(
        LockedProgram program, ScenarioFacts facts, ImmutableArray<LockedForm> forms, DiagnosticBag diagnostics)
    {
        var symbol = facts.Scenario.Symbol;
        var locked = program.File.FindScenario(symbol.Name);
        // A state between two locks may be one that a chain goes through.
        var passed = forms.SelectMany(form => form.Chain?.Steps.Select(step => step.Migration.From) ?? []);
        var used = new HashSet<string>(passed, StringComparer.Ordinal);
        foreach (var migrate in symbol.Declaration.Members.OfType<MigrateSyntax>())
        {
            var from = migrate.From.Text;
            if (locked?.FormOf(from) is not null || !used.Add(from))
                continue;
            diagnostics.Report(LockDiagnostics.UselessMigrate(
                symbol.Origin.Text.Locate(migrate.KeywordSpan),
                from,
                symbol.Name,
                locked is null ? null : Suggestion.Nearest(from, locked.States.Select(state => state.Name))));
        }
    }
}
