using System.Text;
using System.Text.Json;

namespace HerogiDsl.Generator.Tests.Support;

/// <summary>Drives a scenario step by step, as the runtime would, with a renderer that shows what it was asked for.</summary>
internal sealed class Stepper(ScenarioModule module, string scenario)
{
    private readonly Dictionary<string, string> _configuration = new(StringComparer.Ordinal);

    public static DateTimeOffset Now { get; } = new(2026, 1, 31, 8, 30, 0, TimeSpan.Zero);

    public IScenario Scenario { get; } = module.Scenarios.Single(candidate => candidate.Name == scenario);

    public IState? State { get; set; }

    public Dictionary<string, decimal?> Aggregates { get; } = new(StringComparer.Ordinal);

    public StepContext Context { get; private set; } = NewContext(new Dictionary<string, string>(), [], ("", "", null));

    public string? StateName => State?.StateName;

    public string StateJson => State is null ? "" : Json(State.WriteJson);

    public IReadOnlyList<Effect> Effects => Context.Effects;

    public void Configure(string key, string value) => _configuration[key] = value;

    public IEvent Event(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return module.Events.Single(descriptor => descriptor.Name == name).Read(document.RootElement);
    }

    public IEvent Http(string name, int status, string text = "", bool unknown = false)
    {
        var answer = new HttpAnswer(status, unknown, new Dictionary<string, string>(), text, status == 0 ? "gone" : null);
        return Event(name, Json(answer.WriteJson));
    }

    public StepOutcome Send(string name, string json = "{}") => Step(Trigger.ForEvent(Event(name, json)));

    public StepOutcome Answer(string name, int status, string text = "", bool unknown = false, string? label = null) =>
        Step(Trigger.ForAnswer(Http(name, status, text, unknown), label));

    public StepOutcome Timer(int number) => Step(Trigger.ForTimer(number));

    public StepOutcome Step(Trigger trigger)
    {
        Context = NewContext(_configuration, Aggregates, (Scenario.Name, StateName ?? "", trigger.Event?.EventName));
        var result = Scenario.Step(State, trigger, Context);
        State = result.State;
        return result.Outcome;
    }

    public static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static StepContext NewContext(
        Dictionary<string, string> configuration,
        Dictionary<string, decimal?> aggregates,
        (string Scenario, string State, string? Event) at) => new(new StepInputs(
        at.Scenario, "session-1", at.State, Now, Now, Now, at.Event, key => configuration.GetValueOrDefault(key), new ShowingRenderer())
        {
            Aggregates = name => aggregates.GetValueOrDefault(name),
        });

    /// <summary>Gives the template's text, and behind it the values it was given.</summary>
    private sealed class ShowingRenderer : ITemplateRenderer
    {
        public string? Render(
            TemplateDefinition template,
            StepContext context,
            IEvent? @event,
            ReadOnlySpan<TemplateValue> session,
            ReadOnlySpan<TemplateValue> parameters)
        {
            var text = new StringBuilder(template.Text);
            if (@event is not null)
                text.Append("|event=").Append(@event.EventName);
            foreach (var value in session)
                text.Append('|').Append(value.Name).Append('=').Append(value.Value);
            foreach (var value in parameters)
                text.Append('|').Append(value.Name).Append('=').Append(value.Value);
            return text.ToString();
        }
    }
}
