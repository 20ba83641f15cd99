using HerogiDsl.Compiler.Tests.Support;

namespace HerogiDsl.Compiler.Tests.Locking;

/// <summary>What a lock remembers of the builds before the one that it was written for.</summary>
public sealed class RetiredStateTests
{
    private const string First = """
        record Item { name: string }
        event Go { name: string }
        event Next
        scenario S {
          session item: Item
          start { on Go do { set item = { name: event.name } } -> A }
          state A { on Next when session.item.name == "" -> Done  ignore Go }
          end Done
        }
        """;

    private const string Second = """
        record Item { name: string  amount: int }
        event Go { name: string }
        event Next
        scenario S {
          session item: Item
          start { on Go do { set item = { name: event.name, amount: 1 } } -> A }
          state A { on Next when session.item.name == "" and session.item.amount == 1 -> Done  ignore Go }
          end Done
          migrate A -> A { set item = { name: session.item.name + "!", amount: 1 } }
        }
        """;

    [Fact]
    public void TheFormThatAMigrateReadsIsKeptWithItsTypes()
    {
        var second = Compilation.Lock(Second, Compilation.Lock(First));

        Assert.Contains("scenario Root.S retired A has item: Root.Item_1\n", second, StringComparison.Ordinal);
        Assert.Contains("record Root.Item_1 field name: string\n", second, StringComparison.Ordinal);
        Assert.DoesNotContain("record Root.Item_1 field amount", second, StringComparison.Ordinal);
        Assert.Contains("record Root.Item field amount: int\n", second, StringComparison.Ordinal);
        Assert.Empty(Compilation.Diagnose(("test.herogi", Second), ("herogi.lock", second)));
        Assert.Equal(second, Compilation.Lock(Second, second));
    }

    [Fact]
    public void AStateThatIsGoneIsRemembered()
    {
        var renamed = First.Replace("-> A }", "-> B }", StringComparison.Ordinal).Replace("state A", "state B", StringComparison.Ordinal);
        var migrated = renamed.Replace("  end Done", "  end Done\n  migrate A -> B", StringComparison.Ordinal);
        var second = Compilation.Lock(migrated, Compilation.Lock(First));

        Assert.Empty(Compilation.Diagnose(("test.herogi", migrated), ("herogi.lock", second)));
        Assert.Equal(["HRG6001"], Compilation.Diagnose(("test.herogi", renamed), ("herogi.lock", second)).Select(one => one.Id));

        // `--forget` writes it anew.
        var forgotten = Compilation.Lock(migrated);
        Assert.DoesNotContain("retired", forgotten, StringComparison.Ordinal);
        Assert.Equal(["HRG6005"], Compilation.Diagnose(("test.herogi", migrated), ("herogi.lock", forgotten)).Select(one => one.Id));
    }

    [Fact]
    public void ANewChangeOfAStateIsHeldAgainstItsLastForm()
    {
        var second = Compilation.Lock(Second, Compilation.Lock(First));
        var third = Second
            .Replace("session item: Item", "session item: Item\n  session plan: string", StringComparison.Ordinal)
            .Replace("amount: 1 } } -> A", "amount: 1 }  set plan = event.name } -> A", StringComparison.Ordinal)
            .Replace("amount: 1 } }\n}", "amount: 1 }  set plan = \"\" }\n}", StringComparison.Ordinal)
            .Replace("session.item.amount == 1 ->", "session.plan == \"\" ->", StringComparison.Ordinal);

        Assert.Equal(["HRG6002"], Compilation.Diagnose(("test.herogi", third), ("herogi.lock", second)).Select(one => one.Id));
    }

    [Fact]
    public void AStateThatOnlyLockedSessionsAreInKeepsTheDataTheyHave()
    {
        const string kept = """
            record Item { name: string }
            event Go { name: string }
            event Next
            scenario S {
              session item: Item
              session plan: string
              start { on Go do { set plan = event.name } -> B }
              state A { on Next when session.item.name == "" -> Done  ignore Go }
              state B { on Next when session.plan == "" -> Done  ignore Go }
              end Done
            }
            """;
        var old = Compilation.Lock(First);

        Assert.Empty(Compilation.Diagnose(("test.herogi", kept), ("herogi.lock", old)));
        Assert.Contains("state A has item: Root.Item\n", Compilation.Lock(kept, old), StringComparison.Ordinal);
        Assert.DoesNotContain("state A has plan", Compilation.Lock(kept, old), StringComparison.Ordinal);
        Assert.Contains("HRG3002", Compilation.Diagnose(kept).Select(one => one.Id));
    }
}
