using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Binding;

/// <summary>Where an expression or statement stands, and what is in scope there.</summary>
internal sealed record BindingContext(DeclarationOrigin Origin, Surroundings Surroundings)
{
    /// <summary>Null where there is no session.</summary>
    public ScenarioSymbol? Scenario { get; init; }

    /// <summary>Null where `event` is not in scope at all.</summary>
    public EventView? Event { get; init; }

    public ImmutableArray<ParameterSymbol> Parameters { get; init; } = [];

    /// <summary>What `session` has in a `migrate`: the data of the locked state; null elsewhere, and without a lock.</summary>
    public ImmutableDictionary<string, SessionSymbol>? Locked { get; init; }

    /// <summary>What a `migrate` may set besides: the data of a locked state that is passed through.</summary>
    public ImmutableDictionary<string, SessionSymbol>? PassedThrough { get; init; }

    /// <summary>The file that positions are told in, where it is not that of the declaration: a template's own.</summary>
    public SourceText? OtherText { get; init; }

    /// <summary>Whether names are those of a template: what does not exist is HRG4002 there.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>The label of the `run` that this stands in; null outside.</summary>
    public string? RunLabel { get; init; }

    /// <summary>The block in which the visit ends ("an 'exit'"): no answer can be asked for there; null elsewhere.</summary>
    public string? Leaving { get; init; }

    /// <summary>The action being run and the place of its `run`; null outside.</summary>
    public RunSite? Run { get; init; }

    public SourceText Text => OtherText ?? Origin.Text;

    public SourceLocation Locate(TextSpan span) => Text.Locate(span);
}

/// <summary>An action that is bound for one `run`.</summary>
internal sealed record RunSite(ActionSymbol Action, SourceLocation Location, RunSite? Outer);

/// <summary>The kinds of places, by what they see.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Visible">What is in scope, as messages list it.</param>
internal sealed record Surroundings(string Name, string Visible)
{
    public static readonly Surroundings Scenario = new("a scenario", "'event', 'session', 'meta', 'config' and parameters");
    public static readonly Surroundings Connection = new("a connection", "'config' and 'secret'");
    public static readonly Surroundings FileAction = new("an action outside a scenario", "its parameters, 'meta' and 'config'");
    public static readonly Surroundings SessionDefault = new("the default of a session datum", "now(), 'meta' and 'config'");
    public static readonly Surroundings AggregateWhere = new("the 'where' of an aggregate", "'event'");
    public static readonly Surroundings Migration = new("a 'migrate'", "'session', 'meta' and 'config'");

    public bool SeesSession => this == Scenario || this == Migration;

    public bool SeesMeta => this != Connection && this != AggregateWhere;

    public bool SeesConfig => this != AggregateWhere;

    public bool SeesSecret => this == Connection;
}
