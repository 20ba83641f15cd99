using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Syntax.Statements;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>What stands in the braces of a state and its kin, sorted.</summary>
internal sealed record SortedBody(
    ImmutableArray<StatementSyntax> Statements,
    ImmutableArray<TransitionSyntax> Transitions,
    ImmutableArray<DeferSyntax> Defers,
    ExitSyntax? Exit);

/// <summary>Sorts the items of a body, and tells those that do not belong there (HRG2009, HRG3014, HRG3021).</summary>
internal sealed class BodySorter(BinderEnvironment environment, BindingContext context)
{
    public SortedBody SortState(BodyMemberSyntax state)
    {
        var exits = state.Items.OfType<ExitSyntax>().ToArray();
        foreach (var exit in exits.Skip(1))
            Report(TypeDiagnostics.PartRepeated(context.Locate(exit.KeywordSpan), "exit", "this state"));
        return Sorted(state.Items, exits.FirstOrDefault());
    }

    public SortedBody SortStart(BodyMemberSyntax start)
    {
        RefuseAllBut<TransitionSyntax>(start.Items, "'start'", "it has only transitions; put it into the 'do' of one");
        foreach (var transition in start.Items.OfType<TransitionSyntax>())
        {
            if (transition.Trigger is AfterTriggerSyntax or EveryTriggerSyntax)
                Report(FlowDiagnostics.NotInStart(context.Locate(transition.KeywordSpan), TextOf(transition)));
            else if (transition.IsStay)
                Report(FlowDiagnostics.NotInStart(context.Locate(transition.Target.Span), "stay"));
        }

        return Sorted(start.Items, null) with
        {
            Statements = [],
            Defers = [],
            Transitions =
            [
                .. start.Items.OfType<TransitionSyntax>()
                    .Where(transition => transition.Trigger is OnTriggerSyntax && !transition.IsStay),
            ],
        };
    }

    public SortedBody SortAnywhere(BodyMemberSyntax anywhere)
    {
        foreach (var item in anywhere.Items.Where(item => item is not (TransitionSyntax or DeferSyntax)))
            Refuse(item, "'anywhere'", "it has only transitions, 'defer' and 'ignore'");
        return Sorted(anywhere.Items, null) with { Statements = [] };
    }

    /// <summary>An `end`, an `exit` or a `migrate`: statements only.</summary>
    public ImmutableArray<StatementSyntax> SortLeaving(ImmutableArray<BodyItemSyntax> items, string place)
    {
        foreach (var item in items)
        {
            if (item is TransitionSyntax transition)
                Report(FlowDiagnostics.NotWhereVisitEnds(
                    context.Locate(item.KeywordSpan), $"a transition ('{TextOf(transition)}')", place));
            else if (item is not StatementSyntax)
                Refuse(item, place, "it has only statements");
        }

        return [.. items.OfType<StatementSyntax>()];
    }

    public void RefuseAllBut<T>(ImmutableArray<BodyItemSyntax> items, string place, string way)
        where T : BodyItemSyntax
    {
        foreach (var item in items.Where(item => item is not T))
            Refuse(item, place, way);
    }

    private void Refuse(BodyItemSyntax item, string place, string way) =>
        Report(TypeDiagnostics.PartNotAllowed(context.Locate(item.KeywordSpan), $"'{TextOf(item)}'", place, way));

    private void Report(Diagnostic diagnostic) => environment.Report(diagnostic, context);

    private string TextOf(BodyItemSyntax item) =>
        context.Text.Content.Substring(item.KeywordSpan.Start, item.KeywordSpan.Length);

    private static SortedBody Sorted(ImmutableArray<BodyItemSyntax> items, ExitSyntax? exit) => new(
        [.. items.OfType<StatementSyntax>()],
        [.. items.OfType<TransitionSyntax>()],
        [.. items.OfType<DeferSyntax>()],
        exit);
}
