using System.Collections.Immutable;
using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Analysis.Locking;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>HRG6001: a scenario that is gone, or a state that is gone without a `migrate`.</summary>
internal sealed class LockedStateGoneCheck : ILockCheck
{
    public void Run(
        LockedProgram program, ScenarioFacts facts, ImmutableArray<LockedForm> forms, DiagnosticBag diagnostics)
    {
        string[] names =
        [
            .. forms.Where(form => form.Target is null && !form.HasMigrate)
                .Select(form => form.State.Name)
                .Distinct()
                .OrderBy(name => name, StringComparer.Ordinal),
        ];
        if (names.Length == 0)
            return;
        var scenario = facts.Scenario.Symbol;
        var isEnd = names.All(name => scenario.States.Any(state => state.Name == name && state.Kind == StateKind.End));
        diagnostics.Report(LockDiagnostics.StatesGone(scenario.NameLocation, scenario.Name, names, isEnd));
    }

    /// <summary>Tells the scenarios that are gone, with all their states.</summary>
    public static void RunOnScenarios(LockedProgram program, DiagnosticBag diagnostics)
    {
        var known = new HashSet<string>(
            program.Program.ScenarioSymbols.Select(scenario => scenario.Name), StringComparer.Ordinal);
        foreach (var scenario in program.File.Scenarios.Where(scenario => !known.Contains(scenario.Name)))
            diagnostics.Report(LockDiagnostics.ScenarioGone(LineOf(program.Text, scenario.Line), scenario.Name));
    }

    private static SourceLocation LineOf(SourceText text, int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
            start = text.Content.IndexOf('\n', start) + 1;
        return text.Locate(new TextSpan(start, text.GetLine(line).Length));
    }
}
