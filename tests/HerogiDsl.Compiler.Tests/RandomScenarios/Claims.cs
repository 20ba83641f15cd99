using System.Collections.Immutable;
using HerogiDsl.Compiler.Diagnostics;
using HerogiDsl.Compiler.Parsing;
using HerogiDsl.Compiler.Tests.RandomScenarios.Rules;
using HerogiDsl.Compiler.Text;

namespace HerogiDsl.Compiler.Tests.RandomScenarios;

/// <summary>What the compiler says of a scenario.</summary>
/// <param name="Messages">Of each id at each line the first message.</param>
/// <param name="Records">Of each state the data that its record holds, and whether they may be null there.</param>
internal sealed record Claims(
    IReadOnlyDictionary<Told, string> Messages,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, bool>> Records,
    bool HasErrors)
{
    public static Claims Of(string text)
    {
        var result = HerogiCompilation.Compile(
            [HerogiParser.Parse(new SourceText("test.herogi", text))], [], new CompilationOptions("Root"));
        var messages = new Dictionary<Told, string>();
        foreach (var found in result.Diagnostics)
        {
            // What the runtime does not do yet is no claim about the scenario.
            if (found.Id != "HRG9001")
                messages.TryAdd(new Told(found.Id, found.Location.Start.Line + 1), found.Message);
        }

        return new Claims(
            messages,
            result.Files.OfType<Lowering.Model.ScenarioModel>().SelectMany(file => file.States).ToDictionary(
                state => state.SourceName,
                state => (IReadOnlyDictionary<string, bool>)state.Fields.ToDictionary(
                    field => field.SourceName, field => field.Type.EndsWith('?'))),
            result.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error && found.Id != "HRG9001"));
    }

    public bool Tell(string id, int line) => Messages.ContainsKey(new Told(id, line));

    /// <summary>The same without an id, as if a check were not there.</summary>
    public Claims Without(string id) => this with
    {
        Messages = Messages.Where(pair => pair.Key.Id != id).ToImmutableDictionary(),
    };
}
