using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks.Locks;

/// <summary>HRG6001: a scenario that is gone, or a state that is gone without a `migrate`.</summary>
internal sealed class LockedStateGoneCheck : ILockCheck
{
    public void Run(LockedProgram program, DiagnosticBag diagnostics)
    {
        var known = new HashSet<string>(
            program.Program.Scenarios.Select(scenario => scenario.Symbol.Name), StringComparer.Ordinal);
        foreach (var scenario in program.File.Scenarios.Where(scenario => !known.Contains(scenario.Name)))
            diagnostics.Report(LockDiagnostics.ScenarioGone(LineOf(program.Text, scenario.Line), scenario.Name));

        var gone = program.Forms
            .Where(form => form.Target is null && !form.HasMigrate)
            .GroupBy(form => form.Facts.Scenario);
        foreach (var group in gone)
        {
            var scenario = group.Key.Symbol;
            string[] names = [.. group.Select(form => form.State.Name).Distinct().OrderBy(name => name, StringComparer.Ordinal)];
            var isEnd = names.All(name => scenario.States.Any(state => state.Name == name && state.Kind == StateKind.End));
            diagnostics.Report(LockDiagnostics.StatesGone(scenario.NameLocation, scenario.Name, names, isEnd));
        }
    }

    private static SourceLocation LineOf(SourceText text, int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
            start = text.Content.IndexOf('\n', start) + 1;
        return text.Locate(new TextSpan(start, text.GetLine(line).Length));
    }
}
