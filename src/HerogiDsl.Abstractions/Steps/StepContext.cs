using System.Buffers;
using System.Text.Json;
using HerogiDsl.Values;

namespace HerogiDsl;

/// <summary>The inputs of one step, and what collects its effects.</summary>
/// <remarks>
/// It serves one step at a time, and any number one after the other: what a step needs of memory is then there already.
/// </remarks>
public sealed class StepContext : IDisposable
{
    // What is larger is rare, and not kept for the next step.
    private const int LargestKept = 64 * 1024;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(36525);

    private StepInputs _inputs;
    private List<Effect>? _effects;
    private List<StartedTimer>? _timers;
    private List<string>? _logs;
    private ArrayBufferWriter<byte>? _setBytes;
    private Utf8JsonWriter? _setWriter;
    private bool _hasSet;

    /// <summary>A context in which no step has begun.</summary>
    public StepContext()
    {
    }

    /// <summary>Begins a step in a context of its own.</summary>
    public StepContext(StepInputs inputs) => Begin(inputs);

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
    public string State { get; private set; } = "";

    /// <summary>When that state was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Where the step stands in the <c>.herogi</c> file.</summary>
    public SourcePosition Position { get; private set; }

    /// <summary>What the session's aggregates are; the event being judged is counted.</summary>
    public AggregateValues Aggregates => new(_inputs.Aggregates);

    /// <summary>What is asked of the world outside, in the order written.</summary>
    public IReadOnlyList<Effect> Effects => _effects ?? (IReadOnlyList<Effect>)[];

    /// <summary>The timers of the visit that this step begins.</summary>
    public IReadOnlyList<StartedTimer> Timers => _timers ?? (IReadOnlyList<StartedTimer>)[];

    /// <summary>What <c>log</c> wrote; the list outlives the step.</summary>
    public IReadOnlyList<string> Logs => _logs ?? (IReadOnlyList<string>)[];

    /// <summary>Begins a step; what was collected of the one before is gone.</summary>
    public void Begin(in StepInputs inputs)
    {
        Clear();
        _inputs = inputs;
        State = inputs.State;
        EnteredAt = inputs.EnteredAt;
    }

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
        (_effects ??= []).Add(effect);
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
    public void Log(string text) => (_logs ??= []).Add(text);

    /// <summary>Starts a timer of the visit.</summary>
    /// <param name="timer">Its number within the state.</param>
    /// <param name="delay">How long after the state was entered it falls due.</param>
    /// <exception cref="ScenarioFaultException">The delay is beyond 100 years.</exception>
    public void StartTimer(int timer, TimeSpan delay) => (_timers ??= []).Add(delay <= LongestDelay
        ? new StartedTimer(timer, delay)
        : throw new ScenarioFaultException(
            $"'{TextFunctions.Text(delay)}' is no delay for a timer: expected a duration up to 100 years"));

    /// <summary>Starts a timer of the visit that falls due again and again.</summary>
    /// <param name="timer">Its number within the state.</param>
    /// <param name="cron">When: a cron expression of five fields.</param>
    /// <param name="zone">The time zone that it is judged in, by its IANA name.</param>
    public void StartTimer(int timer, string cron, string zone) =>
        (_timers ??= []).Add(new StartedTimer(timer, TimeSpan.Zero) { Every = new CronSchedule(cron, zone) });

    /// <summary>Records in the history that a datum is set: write exactly one value to the writer.</summary>
    public Utf8JsonWriter Set(string name)
    {
        var writer = _setWriter ?? NewSetWriter();
        if (!_hasSet)
        {
            _hasSet = true;
            writer.WriteStartArray();
        }

        writer.WriteStringValue(name);
        return writer;
    }

    /// <summary>What was set, as a JSON array of name, value, name, value …; null when nothing was. Ends the recording.</summary>
    public ReadOnlyMemory<byte>? TakeSets()
    {
        if (!_hasSet || _setWriter is null || _setBytes is null)
            return null;
        _setWriter.WriteEndArray();
        _setWriter.Flush();
        var sets = _setBytes.WrittenSpan.ToArray();
        ForgetSets();
        return sets;
    }

    /// <summary>Ends the step: what it collected is gone, and the next one may <see cref="Begin"/>.</summary>
    public void Dispose()
    {
        Clear();
        _inputs = default;
    }

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

    private void Clear()
    {
        Position = default;
        _effects?.Clear();
        _timers?.Clear();
        _logs = null;
        if (_hasSet)
            ForgetSets();
    }

    private Utf8JsonWriter NewSetWriter()
    {
        _setBytes = new ArrayBufferWriter<byte>();
        return _setWriter = new Utf8JsonWriter(_setBytes);
    }

    private void ForgetSets()
    {
        _hasSet = false;
        if (_setBytes is { Capacity: > LargestKept })
        {
            _setWriter = null;
            return;
        }

        _setBytes?.ResetWrittenCount();
        _setWriter?.Reset();
    }
}
