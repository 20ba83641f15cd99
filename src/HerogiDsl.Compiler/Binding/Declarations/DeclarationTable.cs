using HerogiDsl.Compiler.Symbols;

namespace HerogiDsl.Compiler.Binding.Declarations;

/// <summary>All declarations of a project, collected before anything is bound, so that their order is free.</summary>
internal sealed class DeclarationTable
{
    private NamedList<EventSymbol>? _events;

    /// <summary>Records, enums and events.</summary>
    public SymbolTable<NamedTypeSymbol> Types { get; } = new();

    public SymbolTable<ConnectionSymbol> Connections { get; } = new();

    public SymbolTable<ActionSymbol> Actions { get; } = new();

    public SymbolTable<ScenarioSymbol> Scenarios { get; } = new();

    /// <summary>Every namespace that some file declares.</summary>
    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order of files and texts; of a name declared twice the first only.</summary>
    public List<NamedTypeSymbol> TypesInOrder { get; } = [];

    public List<ConnectionSymbol> ConnectionsInOrder { get; } = [];

    public List<ActionSymbol> ActionsInOrder { get; } = [];

    public List<ScenarioSymbol> ScenariosInOrder { get; } = [];

    public IEnumerable<EventSymbol> Events => TypesInOrder.OfType<EventSymbol>();

    /// <summary>The first event of a simple name, whether or not it is in sight; asked for when all are declared.</summary>
    public EventSymbol? FindEventAnywhere(string name) =>
        (_events ??= new NamedList<EventSymbol>([.. Events], @event => @event.Name)).Find(name);

    public IReadOnlyCollection<string> EventNamesInSight(DeclarationOrigin origin)
    {
        var events = new HashSet<string>(Events.Select(@event => @event.Name), StringComparer.Ordinal);
        return [.. Types.NamesInSight(origin).Where(events.Contains)];
    }
}
