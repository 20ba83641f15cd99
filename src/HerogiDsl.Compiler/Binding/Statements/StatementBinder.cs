using System.Collections.Immutable;
using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Binding.Declarations;
using HerogiDsl.Compiler.Binding.Expressions;
using HerogiDsl.Compiler.Binding.Templates;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Syntax.Statements;
using HerogiDsl.Templates;

namespace HerogiDsl.Compiler.Binding.Statements;

/// <summary>Binds what states, `do`s and actions do.</summary>
internal sealed class StatementBinder
{
    private readonly BinderEnvironment _environment;
    private readonly ExpressionBinder _expressions;
    private readonly TemplateBinder _templates;
    private readonly SendBinder _sends;
    private readonly HttpBinder _https;
    private readonly EmailBinder _emails;
    private readonly RunBinder _runs;

    public StatementBinder(BinderEnvironment environment, ExpressionBinder expressions, TemplateBinder templates)
    {
        _environment = environment;
        _expressions = expressions;
        _templates = templates;
        _sends = new SendBinder(environment, expressions);
        _https = new HttpBinder(environment, templates);
        _emails = new EmailBinder(environment, templates);
        _runs = new RunBinder(environment, expressions, this);
    }

    /// <summary>How many blocks and actions stand around what is being bound.</summary>
    public int Depth { get; private set; }

    public ImmutableArray<BoundStatement> BindAll(
        ImmutableArray<StatementSyntax> statements, BindingContext context)
    {
        LabelRules.Check(statements, context.Text, _environment.Diagnostics);
        Depth++;
        ImmutableArray<BoundStatement> bound = [.. statements.Select(statement => Bind(statement, context))];
        Depth--;
        return bound;
    }

    private BoundStatement Bind(StatementSyntax syntax, BindingContext context) => syntax switch
    {
        SetSyntax set => BindSet(set, context),
        IfSyntax @if => BindIf(@if, context),
        LogSyntax log => _templates.Bind(log.Text, TemplatePlace.Log, context) is { } message
            ? new BoundLog(message, context.Text, log.Span)
            : Error(log, context),
        FailSyntax fail => _templates.Bind(fail.Text, TemplatePlace.Plain, context) is { } reason
            ? new BoundFail(reason, context.Text, fail.Span)
            : Error(fail, context) with { EndsThePath = true },
        SendSyntax send => _sends.BindSend(send, context),
        ScheduleSyntax schedule => _sends.BindSchedule(schedule, context),
        CancelSyntax cancel => _sends.BindCancel(cancel, context),
        HttpSyntax http => _https.Bind(http, context),
        EmailSyntax email => _emails.Bind(email, context),
        RunSyntax run => _runs.Bind(run, context),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    public static BoundErrorStatement Error(
        StatementSyntax syntax,
        BindingContext context,
        EventSymbol? returns = null,
        string? label = null,
        bool mayAskAnything = false) =>
        new(returns, context.RunLabel ?? label, mayAskAnything, context.Text, syntax.Span) { IsDead = context.Event is { IsDead: true } };

    // example: set searches = session.searches + 1
    private BoundStatement BindSet(SetSyntax syntax, BindingContext context)
    {
        var datum = FindDatum(syntax, context);
        if (datum is null)
        {
            return Error(syntax, context) with { Expressions = [_expressions.Bind(syntax.Value, context)] };
        }

        var value = _expressions.BindTo(syntax.Value, datum.Type, $"assigned to 'session.{datum.Name}'", context);
        return new BoundSet(datum, value, context.Text, syntax.Span);
    }

    private SessionSymbol? FindDatum(SetSyntax syntax, BindingContext context)
    {
        var name = syntax.Name.Text;
        var at = context.Locate(syntax.Name.Span);
        if (!context.Surroundings.SeesSession || context.Scenario is not { } scenario)
        {
            _environment.Report(
                NameDiagnostics.NotVisible(
                    at, $"session.{name}", context.Surroundings.Name, context.Surroundings.Visible),
                context);
            return null;
        }

        if (scenario.FindDatum(name) is { } datum)
        {
            _environment.Usage.Mention(datum);
            return datum;
        }

        if (context.PassedThrough is { } passed && passed.TryGetValue(name, out var locked))
            return locked;
        if (scenario.FindAggregate(name) is not null)
            _environment.Report(NameDiagnostics.SetOfAggregate(at, name), context);
        else if (!_environment.Skipped.Excuses(name, at, BinderEnvironment.ScenarioOf(context), "session"))
            _environment.Report(
                NameDiagnostics.UnknownSessionDatum(
                    at,
                    name,
                    scenario.Name,
                    _environment.Candidates(
                        scenario.Session.Count, () => [.. scenario.Session.Select(candidate => candidate.Name)])),
                context);
        return null;
    }

    // example: if event is Register { … } else { … }
    private BoundIf BindIf(IfSyntax syntax, BindingContext context)
    {
        var branches = ImmutableArray.CreateBuilder<BoundIfBranch>();
        foreach (var branch in syntax.Branches)
        {
            var condition = _expressions.BindCondition(branch.Condition, context);
            branches.Add(new BoundIfBranch(
                condition, BindAll(branch.Block.Statements, context.When(condition, true))));
            context = context.When(condition, false);
        }

        return new BoundIf(
            branches.ToImmutable(),
            syntax.Else is null ? [] : BindAll(syntax.Else.Statements, context),
            syntax.Else is not null,
            context.Text,
            syntax.Span);
    }
}
