using System.Reflection;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Conformance;

namespace HerogiDsl.Testing.Tests.Conformance;

/// <summary>The rules catch a store that breaks them: every method of every table, broken in every way that its signature allows.</summary>
public sealed class BrokenStoreTests
{
    // Lists that are promised in no order.
    private static readonly string[] Unordered =
    [
        nameof(IInstanceTable.CountByState), nameof(IInstanceTable.ListDeferring), nameof(IOutboxTable.ListConnections),
        $"{nameof(ITotalTable)}.{nameof(ITotalTable.Read)}", $"{nameof(IAggregateTable)}.{nameof(IAggregateTable.Read)}",
    ];

    private static readonly Dictionary<string, Func<IStore, IStore>> BrokenStores = new()
    {
        ["a rollback commits"] = static inner => new BrokenStore(inner) { OnRollback = Ignoring(static store => store.Commit()) },
        ["a rollback is forgotten"] = static inner => new BrokenStore(inner) { OnRollback = static _ => { } },
        ["a commit is lost"] = static inner => new BrokenStore(inner) { OnCommit = static store => store.Rollback() },
        ["a commit is put off"] = static inner => new BrokenStore(inner)
        {
            OnCommit = static _ => { },
            OnBegin = Ignoring(static store => store.Begin()),
        },
        ["an end commits"] = static inner => new BrokenStore(inner)
        {
            OnDispose = static store =>
            {
                Ignoring(static one => one.Commit())(store);
                store.Dispose();
            },
        },
        ["an end ends nothing"] = static inner => new BrokenStore(inner) { OnDispose = static _ => { } },
        ["readers see what is not committed"] = static inner => new BrokenStore(inner) { ReadsWhatIsNotCommitted = true },
        ["the id changes"] = static inner => new BrokenStore(inner) { OnId = _ => $"{inner.GetHashCode()}" },
        ["there is no id"] = static inner => new BrokenStore(inner) { OnId = static _ => "" },
    };

    public static TheoryData<string> StoreBreakages => [.. BrokenStores.Keys];

    public static TheoryData<string, string, string> TableBreakages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var method in Methods())
            {
                foreach (var (name, _) in Breakages.Of(method).Where(one => !IsAllowed(method, one.Name)))
                    data.Add(method.DeclaringType?.Name ?? "", method.ToString() ?? "", name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(StoreBreakages))]
    public void ABrokenStoreIsCaught(string breakage) => AssertCaught(BrokenStores[breakage]);

    [Theory]
    [MemberData(nameof(TableBreakages))]
    public void ABrokenTableIsCaught(string table, string method, string breakage)
    {
        var broken = Methods().Single(one => one.DeclaringType?.Name == table && one.ToString() == method);
        var change = Breakages.Of(broken).Single(one => one.Name == breakage).Breakage;
        AssertCaught(inner => new BrokenStore(inner)
        {
            Tables = tables => (IStoreTables)BrokenTables.Over(typeof(IStoreTables), tables, broken, change),
        });
    }

    private static IEnumerable<MethodInfo> Methods() =>
        typeof(IStoreTables).GetProperties().SelectMany(static table => table.PropertyType.GetMethods())
            .Append(typeof(IStoreTables).GetMethod(nameof(IStoreTables.CountPending))!)
            .Append(typeof(IStoreTables).GetMethod(nameof(IStoreTables.Erase))!);

    private static bool IsAllowed(MethodInfo method, string breakage) =>
        breakage == "forgets the order"
        && (Unordered.Contains(method.Name) || Unordered.Contains($"{method.DeclaringType?.Name}.{method.Name}"));

    private static void AssertCaught(Func<IStore, IStore> breaking)
    {
        foreach (var rule in StoreConformance.Rules)
        {
            try
            {
                rule.Check(new BrokenPlace(new MemoryPlace(), breaking));
            }
            catch (Exception)
            {
                return;
            }
        }

        Assert.Fail("no rule has caught it");
    }

    private static Action<IStore> Ignoring(Action<IStore> action) => store =>
    {
        try
        {
            action(store);
        }
        catch (InvalidOperationException)
        {
            // There was nothing to do it to.
        }
    };

    private sealed class BrokenPlace(IStorePlace sound, Func<IStore, IStore> breaking) : IStorePlace
    {
        public IStore Make() => breaking(sound.Make());

        public void Crash(IStore store) => sound.Crash(store);

        public void Dispose() => sound.Dispose();
    }
}
