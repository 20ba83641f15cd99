using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.CSharp;
using HerogiDsl.Compiler.Text;
using Names = HerogiDsl.Compiler.CSharp.RuntimeNames;

namespace HerogiDsl.Compiler.Lowering;

/// <summary>Turns statements into C#.</summary>
/// <param name="owner">What the templates' fields are named after: the state.</param>
internal sealed class StatementLowerer(ScenarioTables tables, StepScope scope, string owner, CodeBuilder code)
{
    private readonly int _outside = code.Depth;
    private readonly EffectLowerer _effects = new(tables, scope, owner, code);

    /// <summary>Turns statements into C#, up to one that never comes to its end.</summary>
    public void Lower(ImmutableArray<BoundStatement> statements)
    {
        foreach (var statement in statements)
        {
            if (code.HasEnded)
                return;
            Lower(statement);
        }
    }

    public void At(SourceText text, TextSpan span)
    {
        var at = ScenarioTables.Position(text, span.Start);
        code.Add($"context.At({CSharpLiteral.Text(at.Path)}, {at.Line}, {at.Column});");
    }

    private void Lower(BoundStatement statement)
    {
        if (statement is BoundRun run)
        {
            LowerRun(run);
            return;
        }

        if (statement is BoundIf or BoundSet)
            DeclareWhatBlocksSet(statement);
        if (code.Depth == _outside)
            code.Blank();
        At(statement.Text, statement.Span);
        switch (statement)
        {
            case BoundSet set:
                LowerSet(set);
                break;
            case BoundIf @if:
                LowerIf(@if);
                break;
            case BoundLog log:
                code.AddMapped("", $"context.Log({Render(log.Message, "Log")});", "", log.Text, log.Span);
                break;
            case BoundFail fail:
                code.AddMapped(
                    "", $"throw new {Names.ScenarioFaultException}({Render(fail.Reason, "Fail")});", "", fail.Text, fail.Span);
                code.HasEnded = true;
                break;
            case BoundHttp http:
                _effects.LowerHttp(http);
                break;
            case BoundEmail email:
                _effects.LowerEmail(email);
                break;
            case BoundSend send:
                _effects.LowerSend(send, Expressions(send.Text));
                break;
            case BoundCancel cancel:
                _effects.LowerCancel(cancel);
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private ExpressionLowerer Expressions(SourceText text) => new(tables, scope, text);

    private string Render(BoundTemplate template, string name) =>
        new TemplateLowerer(tables, scope).Lower(template, owner + name);

    // example: set searches = session.searches + 1
    private void LowerSet(BoundSet set)
    {
        var datum = set.Datum;
        var value = Expressions(set.Text).Lower(set.Value, datum.Type);
        var (name, declaration) = (scope.Find(datum)?.Text ?? "", "");
        if (scope.Find(datum) is not { IsLocal: true })
        {
            declaration = tables.Types.Name(datum.Type) + " ";
            name = scope.Declare(datum, datum.Type.IsNullable);
        }

        // C# warns of assigning a variable to itself.
        var text = value.Text == name ? $"{Names.Functions}.Value({name})" : value.Text;
        code.AddMapped($"{declaration}{name} = ", text, ";", set.Text, set.Value.Span);
        var writer = $"context.Set({CSharpLiteral.Text(datum.Name)})";
        code.Add(tables.Types.Write(datum.Type, writer, name, datum.Type.IsNullable) + ";");
    }

    private void LowerIf(BoundIf @if)
    {
        var expressions = Expressions(@if.Text);
        var allEnd = @if.HasElse;
        for (var i = 0; i < @if.Branches.Length; i++)
        {
            var branch = @if.Branches[i];
            code.AddMapped(
                i == 0 ? "if (" : "else if (", expressions.Condition(branch.Condition), ")", @if.Text, branch.Condition.Span);
            allEnd &= LowerBlock(branch.Statements);
        }

        if (@if.HasElse)
        {
            code.Add("else");
            allEnd &= LowerBlock(@if.Else);
        }

        code.HasEnded = allEnd;
    }

    private bool LowerBlock(ImmutableArray<BoundStatement> statements)
    {
        code.Open();
        Lower(statements);
        code.Close();
        var ended = code.HasEnded;
        code.HasEnded = false;
        return ended;
    }

    // example: run associate("x")
    private void LowerRun(BoundRun run)
    {
        DeclareWhatBlocksSet(run);
        if (code.Depth == _outside)
            code.Blank();
        code.Add("// " + SourceLines.Shortened(SourceLines.OneLine(run.Text, run.Span)));
        if (run.Arguments.Length > 0)
            At(run.Text, run.Span);
        var expressions = Expressions(run.Text);
        var values = run.Arguments
            .Select((argument, i) => expressions.Argument(argument, run.Action.Parameters[i].Type))
            .ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = run.Action.Parameters[i];
            code.AddMapped(
                $"{tables.Types.Name(parameter.Type)} {scope.Declare(parameter)} = ",
                values[i],
                ";",
                run.Text,
                run.Arguments[i].Span);
        }

        Lower(run.Body);
    }

    // What a block sets lives on after it, so that its variable has to stand before it.
    private void DeclareWhatBlocksSet(BoundStatement statement)
    {
        foreach (var datum in StatementFacts.SetInBlocks(statement, code.Depth > _outside))
        {
            if (scope.Find(datum) is { IsLocal: true })
                continue;
            var value = scope.Find(datum) is { } place ? " = " + place.Text : "";
            var name = scope.Declare(datum, datum.Type.IsNullable);
            code.Add($"{tables.Types.Name(datum.Type)} {name}{value};");
        }
    }
}
