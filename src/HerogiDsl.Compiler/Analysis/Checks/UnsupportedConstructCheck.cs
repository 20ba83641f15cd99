using HerogiDsl.Compiler.Analysis.Facts;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Analysis.Checks;

/// <summary>HRG9001: what the language has and this version of the runtime does not run.</summary>
internal sealed class UnsupportedConstructCheck : IScenarioCheck
{
    public void Run(ScenarioFacts facts, DiagnosticBag diagnostics)
    {
        var scenario = facts.Scenario.Symbol;
        foreach (var member in scenario.Declaration.Members)
            CheckMember(member, new Report(scenario.Origin.Text, diagnostics));
    }

    public static void RunOnActions(BoundProgram program, DiagnosticBag diagnostics)
    {
        foreach (var action in program.FileActions)
            CheckAction(action.Declaration, new Report(action.Origin.Text, diagnostics));
    }

    private static void CheckMember(MemberSyntax member, Report report)
    {
        switch (member)
        {
            case AggregateSyntax:
                report.Add(member.KeywordSpan, "aggregate");
                break;
            case MigrateSyntax:
                report.Add(member.KeywordSpan, "migrate");
                break;
            case ActionMemberSyntax { Action: var action }:
                CheckAction(action, report);
                break;
        }
    }

    private static void CheckAction(ActionSyntax action, Report report)
    {
        if (action.Body is not BlockActionBodySyntax)
            report.Add(action.KeywordSpan, "extern");
    }

    private sealed record Report(SourceText Text, DiagnosticBag Diagnostics)
    {
        public void Add(TextSpan span, string construct) =>
            Diagnostics.Report(FlowDiagnostics.NotSupported(Text.Locate(span), construct));
    }
}
