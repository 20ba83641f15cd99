using System.Collections.Immutable;

namespace HubSpotStandIn.Faults;

// One throw for each call, in the order in which the calls arrive: the same seed gives the same faults again.
internal sealed class FaultDice
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> befallen = [];
    private FaultPlan plan;
    private Random random;

    public FaultDice(FaultPlan plan, int seed)
    {
        this.plan = plan;
        Seed = seed;
        random = new Random(seed);
    }

    public int Seed { get; private set; }

    public FaultPlan Plan
    {
        get
        {
            lock (gate)
            {
                return plan;
            }
        }
    }

    // Without a new seed the throws go on where they are.
    public void Set(FaultPlan next, int? seed)
    {
        lock (gate)
        {
            plan = next;
            if (seed is { } value)
            {
                Seed = value;
                random = new Random(value);
            }
        }
    }

    // The coin decides what an answer has only sometimes. It is always thrown, so that plans stay comparable.
    public (Fault? Fault, bool Coin) Throw()
    {
        lock (gate)
        {
            var point = random.NextDouble();
            var coin = random.NextDouble() < 0.5;
            foreach (var fault in plan.Faults)
            {
                point -= fault.Share;
                if (point < 0)
                {
                    befallen[fault.Name] = befallen.GetValueOrDefault(fault.Name) + 1;
                    return (fault, coin);
                }
            }
            return (null, coin);
        }
    }

    public ImmutableSortedDictionary<string, int> Befallen()
    {
        lock (gate)
        {
            return befallen.ToImmutableSortedDictionary(StringComparer.Ordinal);
        }
    }
}
