using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>HRG6005: a `migrate` from a state that the lock does not know.</summary>
internal sealed class UselessMigrateCheck : ILockCheck
{
    public void Run(LockedProgram program, DiagnosticBag diagnostics)
    {
        foreach (var scenario in program.Program.Scenarios)
        {
            var symbol = scenario.Symbol;
            var locked = program.File.FindScenario(symbol.Name);
            // A state between two locks may be one that a chain goes through.
            var passed = program.Forms.Where(form => form.Facts.Scenario.Symbol == symbol && form.Chain is not null)
                .SelectMany(form => form.Chain?.Steps.Select(step => step.Migration.From) ?? []);
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
}
