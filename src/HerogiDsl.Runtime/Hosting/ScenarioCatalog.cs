using System.Collections.Frozen;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>All that the application's modules declare, by name.</summary>
internal sealed class ScenarioCatalog
{
    private readonly FrozenDictionary<string, IReadOnlyList<IScenario>> _takers;
    private readonly IReadOnlyList<IScenario> _takersOfAny;

    public ScenarioCatalog(IEnumerable<ScenarioModule> modules)
    {
        var all = modules.ToList();
        Scenarios = Index("scenario", all.SelectMany(module => module.Scenarios), scenario => scenario.Name);
        Events = Index("event", all.SelectMany(module => module.Events), descriptor => descriptor.Name);
        Connections = Index("connection", all.SelectMany(module => module.Connections), connection => connection.Name);
        Actions = Index("extern action", all.SelectMany(module => module.ExternActions), action => action.Name);
        _takersOfAny =
        [
            .. Scenarios.Values
                .Where(scenario => scenario.TakesAnyEvent)
                .OrderBy(scenario => scenario.Name, StringComparer.Ordinal),
        ];
        _takers = Events.Keys.ToFrozenDictionary(name => name, FindTakers);
    }

    public FrozenDictionary<string, IScenario> Scenarios { get; }

    public FrozenDictionary<string, EventDescriptor> Events { get; }

    public FrozenDictionary<string, ConnectionDefinition> Connections { get; }

    public FrozenDictionary<string, ExternAction> Actions { get; }

    /// <summary>The scenarios that an ordinary event goes to, in the order of their names.</summary>
    public IReadOnlyList<IScenario> TakersOf(string eventName) =>
        _takers.TryGetValue(eventName, out var takers) ? takers : _takersOfAny;

    private IReadOnlyList<IScenario> FindTakers(string eventName) =>
    [
        .. Scenarios.Values
            .Where(scenario => scenario.TakesAnyEvent || scenario.Events.Contains(eventName))
            .OrderBy(scenario => scenario.Name, StringComparer.Ordinal),
    ];

    private static FrozenDictionary<string, T> Index<T>(string kind, IEnumerable<T> items, Func<T, string> nameOf)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!index.TryAdd(nameOf(item), item))
            {
                throw new InvalidOperationException(
                    $"two modules declare the {kind} '{nameOf(item)}': such names are unique in an application; " +
                    "rename one of them, or call AddScenarios for one only");
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
