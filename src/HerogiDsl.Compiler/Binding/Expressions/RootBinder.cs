using HerogiDsl.Compiler.Binding.Bound;
using HerogiDsl.Compiler.Diagnostics.Catalog;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding.Expressions;

/// <summary>The names that values begin with: event, session, meta, config, secret and parameters.</summary>
internal sealed class RootBinder(BinderEnvironment environment, MemberBinder members)
{
    private static readonly string[] Roots = ["event", "session", "meta", "config", "secret"];

    private static readonly Dictionary<string, TypeSymbol> Meta = new(StringComparer.Ordinal)
    {
        ["sessionId"] = BuiltInTypes.String,
        ["scenario"] = BuiltInTypes.String,
        ["state"] = BuiltInTypes.String,
        ["event"] = BuiltInTypes.String.ToNullable(),
        ["timestamp"] = BuiltInTypes.DateTime,
        ["enteredAt"] = BuiltInTypes.DateTime,
    };

    public static bool IsRoot(string name) => Roots.Contains(name);

    // example: session.companyId, meta.sessionId, config.url, secret.token
    public BoundExpression BindRootMember(string root, TextSpan rootSpan, MemberName name, BindingContext context) =>
        root switch
        {
            "session" when context.Surroundings.SeesSession => BindSession(name, context),
            "meta" when context.Surroundings.SeesMeta => Meta.TryGetValue(name.Text, out var type)
                ? new BoundMeta(name.Text, type, name.Span)
                : members.ReportUnknown("'meta'", Meta.Keys, name, context),
            "config" when context.Surroundings.SeesConfig => new BoundConfig(name.Text, name.Span),
            "secret" when context.Surroundings.SeesSecret => new BoundConfig(name.Text, name.Span),
            "secret" => ReportSecret(rootSpan, context),
            "event" when context.Surroundings == Surroundings.Migration =>
                members.ReportUnknown("the 'event' of a 'migrate'", [], name, context),
            "event" => BindEvent(rootSpan, context) is var @event && @event is BoundError
                ? new BoundError(name.Span) { Parts = [@event], Member = name.Text }
                : members.BindMember(@event, name, context),
            _ => ReportNotVisible(root, rootSpan, context),
        };

    // example: event
    public BoundExpression BindEvent(TextSpan span, BindingContext context)
    {
        if (context.Event is not { } view)
            return ReportNotVisible("event", span, context);
        if (view.IsUnchecked)
            return new BoundError(span) { MayProve = BoundError.AnythingOfEvent };
        if (view.MissingBecause is { } because)
        {
            environment.Report(
                FlowDiagnostics.NoEvent(context.Locate(span), because, view.RelatedWays(way => way.Event is null)), context);
            return new BoundError(span) { Member = "event" };
        }

        return view.Events.Length switch
        {
            0 => new BoundError(span) { MayProve = BoundError.AnythingOfEvent },
            1 => new BoundEvent(view.Events[0], span),
            _ => new BoundEvent(new EventUnionType(view.Events), span),
        };
    }

    /// <summary>A bare name that is no value here.</summary>
    public BoundExpression ReportUnknownName(string name, TextSpan span, BindingContext context)
    {
        if (name == "secret")
            return ReportSecret(span, context);
        if (environment.Skipped.Excuses(name, context.Locate(span), null, "enum"))
            return new BoundError(span);
        var names = context.Parameters.Select(parameter => parameter.Name)
            .Concat(context.Surroundings.SeesSession ? ["event", "session"] : [])
            .Concat(context.Surroundings.SeesMeta ? ["meta"] : [])
            .Concat(context.Surroundings.SeesConfig ? ["config"] : [])
            .ToArray();
        var at = context.Locate(span);
        var diagnostic = context.IsTemplate
            ? TemplateDiagnostics.UnknownName(at, name, names)
            : NameDiagnostics.UnknownName(at, name, names);
        if (context.Scenario?.FindDatum(name) is not null)
            diagnostic = diagnostic with { Hint = $"session data are read as 'session.{name}'" };
        environment.Report(diagnostic, context);
        return new BoundError(span);
    }

    private BoundExpression BindSession(MemberName name, BindingContext context)
    {
        var scenario = context.Scenario ?? throw new InvalidOperationException("a session without a scenario");
        if (context.Locked is { } locked && locked.TryGetValue(name.Text, out var kept))
        {
            environment.Usage.Read(kept);
            return new BoundSession(kept, name.Span);
        }

        if (scenario.FindDatum(name.Text) is { } found)
        {
            environment.Usage.Read(found);
            return new BoundSession(found, name.Span);
        }

        if (context.Surroundings != Surroundings.Migration
            && scenario.FindAggregate(name.Text) is { } aggregate)
        {
            return new BoundAggregate(aggregate, name.Span);
        }

        if (environment.Skipped.Excuses(
            name.Text, name.Location, BinderEnvironment.ScenarioOf(context), "session", "aggregate"))
            return new BoundError(name.Span);
        var existing = context.Locked is { } data
            ? [.. data.Keys]
            : environment.Candidates(
                scenario.Session.Count + scenario.Aggregates.Count,
                () => [.. scenario.Session.Select(datum => datum.Name), .. scenario.Aggregates.Select(each => each.Name)]);
        environment.Report(
            context.IsTemplate
                ? TemplateDiagnostics.UnknownMember(name.Location, name.Text, "'session'", existing)
                : NameDiagnostics.UnknownSessionDatum(name.Location, name.Text, scenario.Name, existing),
            context);
        return new BoundError(name.Span);
    }

    private BoundError ReportSecret(TextSpan span, BindingContext context)
    {
        environment.Report(TypeDiagnostics.SecretOutsideConnection(context.Locate(span)), context);
        return new BoundError(span);
    }

    private BoundError ReportNotVisible(string root, TextSpan span, BindingContext context)
    {
        var at = context.Locate(span);
        var (place, visible) = (context.Surroundings.Name, context.Surroundings.Visible);
        environment.Report(
            context.IsTemplate
                ? TemplateDiagnostics.NotVisible(at, root, place, visible)
                : NameDiagnostics.NotVisible(at, root, place, visible),
            context);
        return new BoundError(span);
    }
}
