using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Syntax.Expressions;

namespace HerogiDsl.Compiler.Explaining;

/// <summary>Statements in plain words: what follows after "it".</summary>
/// <param name="eventWord">What `event` is called.</param>
internal sealed class StatementWords(string eventWord)
{
    /// <summary>All of them in one sentence; nothing for none.</summary>
    public string Together(ImmutableArray<BoundStatement> statements) => Wording.List(statements.Select(InOne));

    /// <summary>Each as an item of a list, with what is inside it below.</summary>
    public void Items(ImmutableArray<BoundStatement> statements, PassageList list, int depth = 0)
    {
        foreach (var statement in statements)
        {
            if (statement is BoundIf choice)
                Items(choice, list, depth);
            else if (statement is BoundRun { Action.IsExtern: false, Body.Length: > 1 } run)
                Items(run, list, depth);
            else
                list.Item(Wording.Sentence(InOne(statement)), depth);
        }
    }

    private void Items(BoundIf choice, PassageList list, int depth)
    {
        var otherwise = "";
        foreach (var branch in choice.Branches)
        {
            list.Item(Wording.Capital($"{otherwise}if {Condition(choice, branch)}, it:"), depth);
            Items(branch.Statements, list, depth + 1);
            otherwise = "otherwise, ";
        }

        if (choice.Else.IsEmpty)
            return;
        list.Item("Otherwise, it:", depth);
        Items(choice.Else, list, depth + 1);
    }

    private void Items(BoundRun run, PassageList list, int depth)
    {
        list.Item($"Does {Action(run)}, which is:", depth);
        Items(run.Body, list, depth + 1);
    }

    private string InOne(BoundStatement statement) => statement switch
    {
        BoundSet set => Set(set),
        BoundHttp http => CallWords.Of(http, null, eventWord),
        BoundEmail email => CallWords.Of(email, eventWord),
        BoundRun run => Run(run),
        BoundSend send => Send(send),
        BoundCancel cancel => $"calls off every {cancel.Event.Name} that it set for later",
        BoundLog log => $"writes {Wording.Quoted(TemplateWords.Of(log.Message))} into the log",
        BoundFail fail => $"stops for somebody to look: {Wording.Quoted(TemplateWords.Of(fail.Reason))}",
        BoundIf choice => If(choice),
        _ => Wording.Quoted(statement.Text.Content.Substring(statement.Span.Start, statement.Span.Length)),
    };

    private ExpressionWords Words(BoundStatement statement) => new(statement.Text, eventWord);

    private string Condition(BoundIf choice, BoundIfBranch branch) => ConditionWords.Of(branch.Condition, Words(choice));

    private string Set(BoundSet set)
    {
        var name = ExpressionWords.OfDatum(set.Datum);
        var value = ExpressionWords.Bare(set.Value);
        return value switch
        {
            BoundLiteral { Value: null } => $"forgets {name}",
            BoundLiteral or BoundEnumValue => $"sets {name} to {Words(set).Of(value)}",
            BoundBinary { Operator: BinaryOperator.Add, Left: BoundSession left } sum when left.Symbol == set.Datum =>
                $"adds {Words(set).Of(sum.Right)} to {name}",
            BoundBinary { Operator: BinaryOperator.Subtract, Left: BoundSession left } sum when left.Symbol == set.Datum =>
                $"takes {Words(set).Of(sum.Right)} off {name}",
            BoundBinary { Operator: BinaryOperator.Coalesce } choice
                when ExpressionWords.Bare(choice.Right) is BoundCall { Function.Name: "fail", Arguments: [var message] } =>
                $"notes {Words(set).Of(choice.Left)} as {name} (without one, it stops for somebody to look: "
                    + $"{Words(set).Of(message)})",
            BoundConditional => $"sets {name} to {Words(set).Of(value)}",
            _ => $"notes {Words(set).Of(value)} as {name}",
        };
    }

    private string Run(BoundRun run)
    {
        if (run.Action.IsExtern)
        {
            var wish = CallWords.Wish(run.Action.Name);
            var done = wish is null ? $"do {Action(run)}" : wish + Wording.Aside(run.Action.Declaration.Documentation);
            var given = run.Arguments.Select(Words(run).Of).ToArray();
            return $"has your application {done}"
                + (given.Length == 0 ? "" : $", giving {Wording.List(given)}");
        }

        return run.Body switch
        {
            [BoundHttp http] => CallWords.Of(http, run.Action.Name, eventWord),
            [var only] => InOne(only),
            [] => $"does {Action(run)}",
            _ => $"does {Action(run)} ({Together(run.Body)})",
        };
    }

    private static string Action(BoundRun run) =>
        Wording.Quoted(Wording.OfName(run.Action.Name)) + Wording.Aside(run.Action.Declaration.Documentation);

    // example: announces Reminder to Reminders in 2 days, with all but nothing
    private string Send(BoundSend send)
    {
        var words = Words(send);
        var time = send.When is null ? "" : send.IsAt ? $" at {words.Of(send.When)}" : $" in {words.Of(send.When)}";
        var verb = send.When is null ? "sends " : "sets a ";
        var later = send.When is null ? "" : " for later,";
        return $"{verb}{send.Event.Name}{later}{time}"
            + (send.To is null ? "" : $", to the scenario {send.To.Name}")
            + (send.For is null ? "" : $", for the case named by {words.Of(send.For)}")
            + Payload(send, words);
    }

    private static string Payload(BoundSend send, ExpressionWords words) => send.Payload switch
    {
        null => "",
        BoundObject { Fields.IsEmpty: true } => "",
        BoundObject given => ", with " + Wording.List(given.Fields
            .Where(field => field.Value is not BoundLiteral { Value: null })
            .Select(field => $"{words.Of(field.Value)} as {Wording.OfName(field.Field.Name)}")),
        var other => ", with " + words.Of(other),
    };

    private string If(BoundIf choice)
    {
        var branches = choice.Branches.Select(branch =>
            $"if {Condition(choice, branch)}, {Together(branch.Statements)}");
        var otherwise = choice.Else.IsEmpty ? "" : $"; otherwise {Together(choice.Else)}";
        return string.Join("; otherwise, ", branches) + otherwise;
    }
}
