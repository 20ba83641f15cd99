using HerogiDsl.Compiler;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Cli.Starting;

/// <summary>A scenario to begin with: it compiles without a diagnostic, in any project and beside others of its kind.</summary>
internal static class StartingScenario
{
    private const string Template = """
        /// Somebody has signed up.
        event NAMERequested {
          email: string
          name: string
        }

        /// The link in a reminder was followed.
        event NAMEConfirmed
        event NAMECancelled

        /// Reminds everybody who has signed up, once a day, until they confirm.
        scenario NAME {
          session person: NAMERequested
          session reminders: int = 0

          start {
            on NAMERequested do { set person = event } -> Waiting
          }

          state Waiting {
            log "waiting for {{ session.person.name }} <{{ session.person.email }}>"

            on NAMEConfirmed -> Confirmed
            after 1d when session.reminders < 3 do { set reminders = session.reminders + 1 } -> Waiting
            after 2d -> Forgotten
          }

          /// They may still cancel.
          state Confirmed {
            log "{{ session.person.name }} confirmed after {{ session.reminders }} reminders"
          }

          anywhere {
            on NAMECancelled -> Forgotten
            ignore NAMERequested, NAMEConfirmed
          }

          end Forgotten
        }

        """;

    public static string Text(string name) =>
        Template.ReplaceLineEndings("\n").Replace("NAME", name, StringComparison.Ordinal);

    /// <summary>Why a scenario cannot have this name though it is one; null where it can.</summary>
    public static string? WhyNot(string name)
    {
        var tree = HerogiParser.Parse(new SourceText(ScenarioName.FileOf(name), Text(name)));
        var result = HerogiCompilation.Compile([tree], [], new CompilationOptions("Herogi"));
        return result.Diagnostics.Select(DiagnosticFormatter.Text).FirstOrDefault() is { } wrong
            ? $"{wrong}: type 'herogi new NAME' with another name"
            : null;
    }

    public static string NextSteps(string name, string path) =>
        $"""

        Next:
          1. see that it is sound           herogi check {path}
          2. add the package to a project   dotnet add package HerogiDsl
          3. run it in the application      builder.Services.AddHerogi(herogi => herogi.UseSqlite("{name}.db").AddScenarios());
          4. send it an event               await herogi.SendAsync("customer-42", new {name}Requested("ada@acme.io", "Ada"));
        """.ReplaceLineEndings();
}
