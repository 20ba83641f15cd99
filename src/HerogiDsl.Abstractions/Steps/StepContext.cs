using System.Buffers;
using System.Text.Json;
using HerogiDsl.Values;

namespace HerogiDsl;

/// <summary>The inputs of one step, and what collects its effects.</summary>
public sealed class StepContext : IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(36525);

    private readonly StepInputs _inputs;
    private readonly List<Effect> _effects = [];
    private readonly List<StartedTimer> _timers = [];
    private readonly List<string> _logs = [];
    private ArrayBufferWriter<byte>? _setBytes;
    private Utf8JsonWriter? _setWriter;

    /// <summary>Begins a step.</summary>
    public StepContext(StepInputs inputs)
    {
        _inputs = inputs;
        State = inputs.State;
        EnteredAt = inputs.EnteredAt;
    }

    /// <summary>The step's time, the same throughout it.</summary>
    public DateTimeOffset Now => _inputs.Now;

    /// <summary>The session.</summary>
    public string SessionId => _inputs.SessionId;

    /// <summary>The scenario's name.</summary>
    public string Scenario => _inputs.Scenario;

    /// <summary>The name of the event; null where a timer led here.</summary>
    public string? EventName => _inputs.EventName;

    /// <summary>When the event was accepted.</summary>
    public DateTimeOffset Timestamp => _inputs.Timestamp;

    /// <summary>The state the session is in; from <see cref="EnterState"/> on, the one entered.</summary>
    public string State { get; private set; }

    /// <summary>When that state was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Where the step stands in the <c>.herogi</c> file.</summary>
    public SourcePosition Position { get; private set; }

    /// <summary>What is asked of the world outside, in the order written.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>The timers of the visit that this step begins.</summary>
    public IReadOnlyList<StartedTimer> Timers => _timers;

    /// <summary>What <c>log</c> wrote.</summary>
    public IReadOnlyList<string> Logs => _logs;

    /// <summary>Remembers where the step stands, so that a fault can tell.</summary>
    public void At(string file, int line, int column) => Position = new SourcePosition(file, line, column);

    /// <summary>A state is entered: its statements follow.</summary>
    public void EnterState(string state)
    {
        State = state;
        EnteredAt = Now;
    }

    /// <summary>The application's configuration value <c>HerogiDsl:Config:<paramref name="key"/></c>.</summary>
    /// <exception cref="ScenarioFaultException">There is none.</exception>
    public string Config(string key) => _inputs.Configuration(key)
        ?? throw new ScenarioFaultException(
            $"'config.{key}' is not configured: set 'HerogiDsl:Config:{key}' in the application's configuration");

    /// <summary>Records an effect.</summary>
    public void Add(Effect effect)
    {
        if (effect is SendEvent send)
            send.Position = Position;
        else if (effect is ScheduleEvent schedule)
            schedule.Position = Position;
        _effects.Add(effect);
    }

    /// <summary>When an event falls due that is scheduled <c>in</c> a duration.</summary>
    /// <exception cref="ScenarioFaultException">The duration is negative, or beyond 100 years.</exception>
    public DateTimeOffset DueIn(TimeSpan delay) => delay >= TimeSpan.Zero && delay <= LongestDelay
        ? Now + delay
        : throw new ScenarioFaultException(
            $"'{TextFunctions.Text(delay)}' is no time to schedule an event in: expected a duration from zero to 100 years");

    /// <summary>When an event falls due that is scheduled <c>at</c> a time.</summary>
    /// <exception cref="ScenarioFaultException">The time is more than 100 years ahead.</exception>
    public DateTimeOffset DueAt(DateTimeOffset time) => time - Now <= LongestDelay
        ? time
        : throw new ScenarioFaultException(
            $"'{TextFunctions.Text(time)}' is no time to schedule an event at: expected one in the next 100 years");

    /// <summary>Writes a line to the application's log and the history.</summary>
    public void Log(string text) => _logs.Add(text);

    /// <summary>Starts a timer of the visit.</summary>
    /// <param name="timer">Its number within the state.</param>
    /// <param name="delay">How long after the state was entered it falls due.</param>
    /// <exception cref="ScenarioFaultException">The delay is beyond 100 years.</exception>
    public void StartTimer(int timer, TimeSpan delay) => _timers.Add(delay <= LongestDelay
        ? new StartedTimer(timer, delay)
        : throw new ScenarioFaultException(
            $"'{TextFunctions.Text(delay)}' is no delay for a timer: expected a duration up to 100 years"));

    /// <summary>Starts a timer of the visit that falls due again and again.</summary>
    /// <param name="timer">Its number within the state.</param>
    /// <param name="cron">When: a cron expression of five fields.</param>
    /// <param name="zone">The time zone that it is judged in, by its IANA name.</param>
    public void StartTimer(int timer, string cron, string zone) =>
        _timers.Add(new StartedTimer(timer, TimeSpan.Zero) { Every = new CronSchedule(cron, zone) });

    /// <summary>Records in the history that a datum is set: write exactly one value to the writer.</summary>
    public Utf8JsonWriter Set(string name)
    {
        if (_setWriter is null)
        {
            _setBytes = new ArrayBufferWriter<byte>();
            _setWriter = new Utf8JsonWriter(_setBytes);
            _setWriter.WriteStartArray();
        }

        _setWriter.WriteStringValue(name);
        return _setWriter;
    }

    /// <summary>What was set, as a JSON array of name, value, name, value …; null when nothing was. Ends the recording.</summary>
    public ReadOnlyMemory<byte>? TakeSets()
    {
        if (_setWriter is null || _setBytes is null)
            return null;
        _setWriter.WriteEndArray();
        _setWriter.Dispose();
        _setWriter = null;
        return _setBytes.WrittenMemory;
    }

    /// <summary>Ends the step.</summary>
    public void Dispose() => _setWriter?.Dispose();

    /// <summary>Renders a template.</summary>
    /// <exception cref="ScenarioFaultException">It cannot be rendered.</exception>
    public string Render(
        TemplateDefinition template,
        IEvent? @event,
        ReadOnlySpan<TemplateValue> session,
        ReadOnlySpan<TemplateValue> parameters) =>
        _inputs.Renderer.Render(template, this, @event, session, parameters) ?? "";

    /// <summary>Renders a query or form parameter; null where it is to be left out.</summary>
    /// <exception cref="ScenarioFaultException">It cannot be rendered.</exception>
    public string? RenderOptional(
        TemplateDefinition template,
        IEvent? @event,
        ReadOnlySpan<TemplateValue> session,
        ReadOnlySpan<TemplateValue> parameters) =>
        _inputs.Renderer.Render(template, this, @event, session, parameters);
}

/// <summary>What a step is told.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="SessionId">The session.</param>
/// <param name="State">The state the session is in; empty when it is not in the scenario.</param>
/// <param name="EnteredAt">When that state was entered.</param>
/// <param name="Now">The step's time.</param>
/// <param name="Timestamp">When the event was accepted.</param>
/// <param name="EventName">The name of the event; null for a timer.</param>
/// <param name="Configuration">Gives <c>HerogiDsl:Config:x</c>; null where there is none.</param>
/// <param name="Renderer">Renders templates.</param>
public sealed record StepInputs(
    string Scenario,
    string SessionId,
    string State,
    DateTimeOffset EnteredAt,
    DateTimeOffset Now,
    DateTimeOffset Timestamp,
    string? EventName,
    Func<string, string?> Configuration,
    ITemplateRenderer Renderer);
