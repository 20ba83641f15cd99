using HerogiDsl.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace HerogiDsl.Generator.Tests;

/// <summary>A `migrate` reads what was stored under the types that it had.</summary>
public sealed class LockedTypesTests
{
    private const string Old = """
        enum Plan { Basic, Pro }
        record Address { city: string  zip as "post-code": string? }
        record Person { name: string  home: Address  others: Address[] }
        event Go { person: Person  plan: Plan  plans: map<Plan> }
        event Next
        scenario S {
          session person: Person
          session plan: Plan
          session plans: map<Plan>
          session fields: int = 1
          start { on Go do { set person = event.person  set plan = event.plan  set plans = event.plans } -> A }
          state A {
            on Next when session.person.name == "" and session.plan == Plan.Pro and length(session.plans) > session.fields -> Done
            ignore Go
          }
          end Done
        }
        """;

    private const string New = """
        enum Tier { Free, Pro }
        record Person { name: string  city: string  count: int  zip: string? }
        event Begin
        event Next
        scenario S {
          session person: Person
          session tier: Tier
          session fields: decimal = 1
          start { on Begin do { set person = { name: "", city: "", count: 0 }  set tier = Tier.Free } -> B }
          state B {
            on Next when session.person.name == "" and session.tier == Tier.Pro and session.fields > 1 -> Done
            ignore Begin
            after 1h -> Done
          }
          end Done
          migrate A -> Middle {
            set person = {
              name: session.person.name,
              city: session.person.home.city,
              zip: session.person.home.zip,
              count: length(session.person.others) + length(session.plans)
            }
          }
          migrate Middle -> B {
            set tier = Tier.Free
            set fields = session.fields + 1
          }
        }
        """;

    [Fact]
    public void TheGeneratedCodeCompilesWithoutWarnings()
    {
        var project = new TestProject(("s.herogi", New), ("herogi.lock", RunningProject.Lock(Old)));

        Assert.Empty(project.Run().Diagnostics);
        Assert.Empty(project.CSharpDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void AValueThatIsGoneIsLeftAsText()
    {
        var asText = New.Replace(
            "set tier = Tier.Free\n    set fields",
            "set tier = if session.plan == \"Basic\" then Tier.Free else Tier.Pro\n    set fields",
            StringComparison.Ordinal).Replace("migrate A -> Middle", "migrate A -> A2", StringComparison.Ordinal)
            .Replace("migrate Middle -> B", "migrate A2 -> B", StringComparison.Ordinal);
        var chained = new TestProject(("s.herogi", asText), ("herogi.lock", RunningProject.Lock(Old)));

        // What the lock does not know of a state between has no types: there it is this build's.
        Assert.Equal(["HRG1004"], chained.Run().Diagnostics.Select(found => found.Id));

        var direct = New.Replace("set tier = Tier.Free\n    set fields", "set fields", StringComparison.Ordinal).Replace(
            "    set person = {",
            "    set tier = if session.plan == \"Basic\" then Tier.Free else Tier.Pro\n    set person = {",
            StringComparison.Ordinal);
        var project = new TestProject(("s.herogi", direct), ("herogi.lock", RunningProject.Lock(Old)));
        Assert.Empty(project.Run().Diagnostics);
        Assert.Empty(project.CSharpDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void WithoutALockAMigrateReadsWhatItsScenarioHas()
    {
        var project = new TestProject(("s.herogi", """
            event Go
            event Next
            scenario S {
              session count: int = 0
              start { on Go -> A }
              state A { on Next when session.count > 1 -> Done  ignore Go }
              end Done
              migrate Old -> A { set count = session.count + 1 }
            }
            """));

        Assert.Empty(project.Run().Diagnostics);
        Assert.Empty(project.CSharpDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning));
        Assert.Equal(["Old"], Assert.Single(project.LoadModule().Scenarios).Migrations.Select(migration => migration.From));
    }
}
