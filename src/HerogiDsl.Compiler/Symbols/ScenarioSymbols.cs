using System.Collections.Immutable;
using HerogiDsl.Compiler.Symbols.Types;
using HerogiDsl.Compiler.Syntax.Declarations;
using HerogiDsl.Compiler.Syntax.Members;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Symbols;

/// <summary>A scenario and what it declares.</summary>
internal sealed class ScenarioSymbol(ScenarioSyntax declaration, DeclarationOrigin origin)
{
    private NamedList<StateSymbol> _states = NamedList<StateSymbol>.Empty;
    private NamedList<SessionSymbol> _session = NamedList<SessionSymbol>.Empty;
    private NamedList<AggregateSymbol> _aggregates = NamedList<AggregateSymbol>.Empty;
    private NamedList<ActionSymbol> _actions = NamedList<ActionSymbol>.Empty;

    public string Name => declaration.Name.Text;

    public ScenarioSyntax Declaration => declaration;

    public DeclarationOrigin Origin => origin;

    public string FullName => origin.Namespace.Length == 0 ? Name : origin.Namespace + "." + Name;

    /// <summary>Where sessions are that it does not know yet; there even where the file forgot it.</summary>
    public StateSymbol Start { get; set; } = new("start", StateKind.Start, null);

    /// <summary>States and ends, in the order written, each name once.</summary>
    public IReadOnlyList<StateSymbol> States
    {
        get => _states.All;
        set => _states = new NamedList<StateSymbol>(value, state => state.Name);
    }

    /// <summary>States and ends whose names others have already.</summary>
    public IReadOnlyList<StateSymbol> Duplicates { get; set; } = [];

    public IReadOnlyList<SessionSymbol> Session
    {
        get => _session.All;
        set => _session = new NamedList<SessionSymbol>(value, datum => datum.Name);
    }

    public IReadOnlyList<AggregateSymbol> Aggregates
    {
        get => _aggregates.All;
        set => _aggregates = new NamedList<AggregateSymbol>(value, aggregate => aggregate.Name);
    }

    public IReadOnlyList<ActionSymbol> Actions
    {
        get => _actions.All;
        set => _actions = new NamedList<ActionSymbol>(value, action => action.Name);
    }

    public StateSymbol? FindState(string name) => _states.Find(name);

    public SessionSymbol? FindDatum(string name) => _session.Find(name);

    public AggregateSymbol? FindAggregate(string name) => _aggregates.Find(name);

    public ActionSymbol? FindAction(string name) => _actions.Find(name);

    public SourceLocation NameLocation => origin.Text.Locate(declaration.Name.Span);

    /// <summary>The stretch of its whole declaration.</summary>
    public SourceLocation Whole => origin.Text.Locate(declaration.Span);
}

internal enum StateKind
{
    Start,
    State,
    End,
}

/// <summary>The start, a state or an end.</summary>
internal sealed class StateSymbol(string name, StateKind kind, BodyMemberSyntax? declaration)
{
    public string Name => name;

    public StateKind Kind => kind;

    public BodyMemberSyntax? Declaration => declaration;

    public override string ToString() => name;
}

/// <summary>A session datum.</summary>
internal sealed class SessionSymbol(SessionSyntax declaration, TypeSymbol type)
{
    public string Name => declaration.Name.Text;

    public SessionSyntax Declaration => declaration;

    public TypeSymbol Type => type;

    public Binding.Bound.BoundExpression? Default { get; set; }

    /// <summary>Whether it has a value from the beginning: a default, or null.</summary>
    public bool HasInitialValue => declaration.Default is not null || type.IsNullable || IsDoubtful;

    /// <summary>Whether a line that could not be read names it: what is not known of it is not told.</summary>
    public bool IsDoubtful { get; init; }
}

/// <summary>An aggregate: read like a session datum, set by the engine.</summary>
internal sealed class AggregateSymbol(AggregateSyntax declaration, TypeSymbol type)
{
    public string Name => declaration.Name.Text;

    public AggregateSyntax Declaration => declaration;

    public TypeSymbol Type => type;

    /// <summary>The event that is counted; null where it was told to be wrong.</summary>
    public EventSymbol? Event { get; init; }

    /// <summary>The field; null for `count`.</summary>
    public FieldSymbol? Field { get; init; }

    /// <summary>Which of the events count; null for all.</summary>
    public Binding.Bound.BoundExpression? Where { get; set; }
}

/// <summary>An action, of a file or of a scenario.</summary>
internal sealed class ActionSymbol(ActionSyntax declaration, DeclarationOrigin origin, bool isFileLevel)
{
    public string Name => declaration.Name.Text;

    public ActionSyntax Declaration => declaration;

    public DeclarationOrigin Origin => origin;

    /// <summary>Whether it sees only its parameters, `meta` and `config`.</summary>
    public bool IsFileLevel => isFileLevel;

    public ImmutableArray<ParameterSymbol> Parameters { get; set; } = [];

    public bool IsExtern => declaration.Body is ExternActionBodySyntax;

    /// <summary>The scenario that it belongs to; null for one of a file.</summary>
    public string? Scenario { get; init; }

    /// <summary>The name under which the runtime knows it, unique in a project.</summary>
    public string RuntimeName => Scenario is not null ? $"{Scenario}.{Name}"
        : origin.Namespace.Length == 0 ? Name
        : $"{origin.Namespace}/{Name}";

    /// <summary>The event of its `returns`; only of an extern action.</summary>
    public EventSymbol? Returns { get; set; }
}

/// <summary>A parameter of an action.</summary>
internal sealed class ParameterSymbol(ParameterSyntax declaration, TypeSymbol type)
{
    public string Name => declaration.Name.Text;

    public ParameterSyntax Declaration => declaration;

    public TypeSymbol Type => type;
}

/// <summary>A connection.</summary>
internal sealed class ConnectionSymbol(ConnectionSyntax declaration, DeclarationOrigin origin)
{
    public string Name => declaration.Name.Text;

    public ConnectionSyntax Declaration => declaration;

    public DeclarationOrigin Origin => origin;

    public bool IsSmtp => declaration.IsSmtp;

    public string FullName => origin.Namespace.Length == 0 ? Name : origin.Namespace + "." + Name;
}
