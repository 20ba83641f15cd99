using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Members;

namespace HerogiDsl.Compiler.Binding.Scenarios;

/// <summary>A call, and the answer it asks for.</summary>
internal sealed record AskedCall(EventSymbol? Returns, string? Label);

/// <summary>What the statements of a visit ask for.</summary>
/// <param name="MayBeAnything">Some call could not be read: it may have asked for any answer, under any label.</param>
internal sealed record Asked(ImmutableArray<AskedCall> Calls, bool MayBeAnything)
{
    public static Asked By(IEnumerable<BoundStatement> statements)
    {
        var calls = ImmutableArray.CreateBuilder<AskedCall>();
        var mayBeAnything = false;
        Collect(statements);
        return new Asked(calls.ToImmutable(), mayBeAnything);

        void Collect(IEnumerable<BoundStatement> some)
        {
            foreach (var statement in some)
            {
                switch (statement)
                {
                    case BoundHttp http:
                        calls.Add(new AskedCall(http.Returns, http.Label));
                        break;
                    case BoundEmail email:
                        calls.Add(new AskedCall(email.Returns, email.Label));
                        break;
                    case BoundErrorStatement error:
                        calls.Add(new AskedCall(error.Returns, error.Label));
                        mayBeAnything |= error.MayAskAnything;
                        break;
                    case BoundRun run:
                        if (run.Action.IsExtern)
                            calls.Add(new AskedCall(run.Action.Returns, run.Label));
                        Collect(run.Body);
                        break;
                    case BoundIf @if:
                        foreach (var branch in @if.Branches)
                            Collect(branch.Statements);
                        Collect(@if.Else);
                        break;
                }
            }
        }
    }

    public static Asked Merge(IEnumerable<Asked> parts)
    {
        var all = parts.ToArray();
        return new Asked([.. all.SelectMany(part => part.Calls)], all.Any(part => part.MayBeAnything));
    }
}

/// <summary>HRG1006 and HRG3009: waits for answers, against what the visit asks for.</summary>
internal sealed class AnswerWaits(BinderEnvironment environment, BindingContext context)
{
    public void Check(TransitionHead head, Asked asked, string place, bool isWhole)
    {
        if (head.Transition.Trigger is not BoundOnEvent { Event: { IsAnswer: true } @event } on
            || head.Syntax.Trigger is not OnTriggerSyntax { Event: { } name } syntax
            || asked.MayBeAnything || !isWhole
            || (head.Owner is { Name: var owner } && environment.Skipped.Contains(owner, context.Text)))
        {
            return;
        }

        if (on.From is { } label && asked.Calls.All(call => call.Label != label))
        {
            var labels = asked.Calls.Select(call => call.Label).OfType<string>().Distinct().ToArray();
            var at = context.Locate((syntax.From ?? name).Span);
            if (!environment.Skipped.Excuses(label, at, BinderEnvironment.ScenarioOf(context)))
                environment.Report(NameDiagnostics.UnknownLabel(at, label, place, labels), context);
            return;
        }

        if (asked.Calls.Any(call => call.Returns == @event && (on.From is null || call.Label == on.From)))
            return;
        environment.Report(
            FlowDiagnostics.AnswerNotAsked(
                context.Locate(name.Span), @event.Name, on.From is null ? place : $"the statement '{on.From}'"),
            context);
    }

    /// <summary>Whether a body could be read whole: what could not be read may have asked.</summary>
    public bool IsWhole(BodyMemberSyntax? body) =>
        body is null || !SyntaxFaults.AreIn(context.Text, body.Span, environment);

    /// <summary>The same of actions.</summary>
    public bool AreWhole(IEnumerable<ActionSymbol> actions) =>
        actions.All(action => !SyntaxFaults.AreIn(action.Origin.Text, action.Declaration.Span, environment));
}
