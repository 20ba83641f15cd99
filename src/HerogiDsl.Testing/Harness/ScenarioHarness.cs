using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Harness;

/// <summary>
/// Runs scenarios as an application does, by the real runtime, without its surroundings: what it stores is in memory, what
/// it calls is answered by the test, and time passes when the test says so. Everything happens on the calling thread,
/// and the same way each time.
/// </summary>
public sealed class ScenarioHarness : IDisposable, IAsyncDisposable
{
    private const int PageSize = 1000;

    private readonly Scripts _scripts = new();
    private readonly HarnessEngine _engine;
    private bool _isDisposed;

    private ScenarioHarness(HarnessOptions options, Action<IHerogiBuilder> addScenarios)
    {
        Coverage = options.Coverage;
        _engine = new HarnessEngine(options, _scripts, addScenarios);
    }

    /// <summary>The calls that were made, each try of them, in order.</summary>
    public IReadOnlyList<OutgoingCall> Calls => _scripts.Calls;

    /// <summary>The mails that were sent, each try of them, in order.</summary>
    public IReadOnlyList<OutgoingMail> Mails => _scripts.Mails;

    /// <summary>The <c>extern</c> actions that were done, each try of them, in order.</summary>
    public IReadOnlyList<OutgoingAction> Actions => _scripts.ActionCalls;

    /// <summary>Which states, transitions and outcomes were reached.</summary>
    public CoverageReport Coverage { get; }

    /// <summary>The time of the harness.</summary>
    public DateTimeOffset Now => _engine.Time.GetUtcNow();

    /// <summary>A harness for scenarios: <c>For(herogi => herogi.AddScenarios())</c>.</summary>
    /// <param name="addScenarios">Adds scenarios, as in <c>AddHerogi</c>.</param>
    /// <param name="configure">Sets what surrounds them.</param>
    /// <exception cref="HerogiConfigurationException">Something of the configuration is missing, or wrong.</exception>
    public static ScenarioHarness For(Action<IHerogiBuilder> addScenarios, Action<HarnessOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(addScenarios);
        var options = new HarnessOptions();
        configure?.Invoke(options);
        return new ScenarioHarness(options, addScenarios);
    }

    /// <summary>A harness for the scenarios of a module.</summary>
    /// <param name="module">The scenarios: <c>HerogiScenarios.Module</c>.</param>
    /// <param name="configure">Sets what surrounds them.</param>
    /// <exception cref="HerogiConfigurationException">Something of the configuration is missing, or wrong.</exception>
    public static ScenarioHarness For(ScenarioModule module, Action<HarnessOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        return For(herogi => herogi.AddScenarios(module), configure);
    }

    /// <summary>Says how the calls of a connection are answered from now on.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="reply">
    /// Answers a try. An <see cref="HttpRequestException"/> stands for no connection, a <see cref="TimeoutException"/> for no
    /// answer in time; any other exception fails the test.
    /// </param>
    public void Answer(string connection, Func<OutgoingCall, HttpReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        RequireConnection<HttpConnectionDefinition>(connection, "http");
        _scripts.Http[connection] = reply;
    }

    /// <summary>Says how the calls of a connection are answered: one after the other, the last one again and again.</summary>
    public void Answer(string connection, params HttpReply[] replies) => Answer(connection, Replies.Sequence(replies));

    /// <summary>Says what becomes of the mails of a connection; without it, they are accepted.</summary>
    public void AnswerMail(string connection, Func<OutgoingMail, MailReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        RequireConnection<SmtpConnectionDefinition>(connection, "mail");
        _scripts.Mail[connection] = reply;
    }

    /// <summary>Says what an <c>extern</c> action gives, in the place of what the application registered.</summary>
    /// <param name="action">The action: <c>Loans.score</c>, and outside of scenarios <c>Namespace/score</c>.</param>
    /// <param name="result">Gives the event of <c>returns</c>, or null without one. What it throws is a failed try.</param>
    public void AnswerAction(string action, Func<OutgoingAction, IEvent?> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var actions = _engine.Get<ScenarioCatalog>().Actions.Keys;
        if (!actions.Contains(action))
            throw new HarnessException($"there is no extern action '{action}'; there are {Quote(actions)}");
        _scripts.Actions[action] = result;
    }

    /// <summary>Sends an event, and does all that is to be done now; what waits for time waits.</summary>
    /// <exception cref="ArgumentException">The event or the session id is refused.</exception>
    public void Send(string sessionId, IEvent @event) => Send(sessionId, @event, new SendOptions());

    /// <summary>Sends an event with an id or for named scenarios only, and does all that is to be done now.</summary>
    /// <exception cref="ArgumentException">The event or the session id is refused.</exception>
    public void Send(string sessionId, IEvent @event, SendOptions options) => _engine.Do(async () =>
    {
        await _engine.Get<IHerogi>().SendAsync(sessionId, @event, options).ConfigureAwait(true);
        return true;
    });

    /// <summary>Lets time pass, and does what falls due: timers, scheduled events, tries that wait.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        _engine.PassUntil(_engine.Time.Elapsed + time);
    }

    /// <summary>
    /// Lets time pass until no call, mail or action is under way and nothing waits to be tried again. Timers that fall due
    /// on the way fire; those that are left wait.
    /// </summary>
    /// <param name="atMost">How much time may pass. Default: a day.</param>
    /// <exception cref="HarnessException">There is still something under way after that time.</exception>
    public void Settle(TimeSpan? atMost = null)
    {
        var end = _engine.Time.Elapsed + (atMost ?? TimeSpan.FromDays(1));
        while (IsBusy() && _engine.Time.NextDue is { } due && due <= end)
            _engine.PassUntil(due);
        if (IsBusy())
        {
            throw new HarnessException(
                $"something is still under way at {Now:O}: {Ask(static monitor => monitor.GetOverviewAsync()).Pending}");
        }
    }

    /// <summary>The state that a session is in: <c>State&lt;CrmOnboarding.AddToCompany&gt;("customer-42")</c>.</summary>
    /// <exception cref="HarnessException">It is not in this state. The message tells where it is, and how it came there.</exception>
    public TState State<TState>(string sessionId)
        where TState : class, IState
    {
        var scenario = FindScenario(typeof(TState));
        var row = FindInstance(scenario.Name, sessionId);
        if (row?.Status == InstanceStatus.Active && Find<TState>(sessionId) is { } state)
            return state;
        throw new HarnessException(
            $"'{sessionId}' is not in '{scenario.Name}.{typeof(TState).Name}': {SessionText.Place(row)}\n{Describe(sessionId)}");
    }

    /// <summary>The state that a session is in; null where it is in another one, or in none.</summary>
    public TState? FindState<TState>(string sessionId)
        where TState : class, IState
    {
        _ = FindScenario(typeof(TState));
        return Find<TState>(sessionId);
    }

    /// <summary>The end that a session has reached last in a scenario; null for none.</summary>
    public string? FindEnd(string sessionId, string scenario) =>
        History(sessionId).LastOrDefault(entry => entry.Scenario == scenario && entry.Outcome == "ended")?.To;

    /// <summary>Fails unless a session has reached an end, and is not in the scenario any more.</summary>
    /// <exception cref="HarnessException">It is somewhere else. The message tells where, and how it came there.</exception>
    public void AssertEnded(string sessionId, string scenario, string end)
    {
        var row = FindInstance(scenario, sessionId);
        if (row is not null and not { Status: InstanceStatus.Ended } || FindEnd(sessionId, scenario) != end)
        {
            throw new HarnessException(
                $"'{sessionId}' has not ended in '{scenario}.{end}': {SessionText.Place(row)}\n{Describe(sessionId)}");
        }
    }

    /// <summary>What has happened to a session, the oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History(string sessionId)
    {
        var all = new List<HistoryEntry>();
        while (true)
        {
            var after = all.Count == 0 ? 0 : all[^1].Id;
            var page = Ask(monitor => monitor.GetHistoryAsync(sessionId, after: after, limit: PageSize));
            all.AddRange(page);
            if (page.Count < PageSize)
                return all;
        }
    }

    /// <summary>What has happened to a session, in words.</summary>
    public string Describe(string sessionId) => SessionText.Describe(sessionId, History(sessionId));

    /// <summary>
    /// Asks the monitor: <c>Ask(monitor => monitor.RetryAsync("customer-42", "CrmOnboarding"))</c>, and does all that is to be
    /// done then.
    /// </summary>
    public T Ask<T>(Func<IHerogiMonitor, Task<T>> question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _engine.Do(() => question(_engine.Get<IHerogiMonitor>()));
    }

    /// <summary>
    /// Does something by hand: <c>Operate(by => by.SkipAsync("customer-42", "CrmOnboarding"))</c>, and does all that is to be done
    /// then.
    /// </summary>
    public T Operate<T>(Func<IHerogiOperator, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _engine.Do(() => work(_engine.Get<IHerogiOperator>()));
    }

    /// <summary>Does something by hand that gives nothing, and does all that is to be done then.</summary>
    public void Operate(Func<IHerogiOperator, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Operate(async by =>
        {
            await work(by).ConfigureAwait(true);
            return true;
        });
    }

    /// <summary>
    /// Kills the runtime, as <c>kill -9</c> does an application, and has it begin again at the same moment with what it had
    /// stored. A call, mail or action under way is made again if it may be repeated, and else answered as unknown.
    /// </summary>
    public void Restart() => _engine.Restart();

    /// <summary>Ends the runtime.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _engine.Stop();
    }

    /// <summary>Ends the runtime.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private TState? Find<TState>(string sessionId)
        where TState : class, IState => _engine.Do(() => _engine.Get<IHerogi>().GetStateAsync<TState>(sessionId));

    private bool IsBusy() =>
        _engine.Get<EngineParts>().Store.Read(static tables => tables.CountPending()) is
            { Calls: > 0 } or { Mails: > 0 } or { Actions: > 0 };

    private InstanceRow? FindInstance(string scenario, string sessionId) =>
        _engine.Get<EngineParts>().Store.Read(tables => tables.Instances.Find(scenario, sessionId));

    private IScenario FindScenario(Type state) =>
        _engine.Get<ScenarioCatalog>().Scenarios.Values.FirstOrDefault(one => one.StateType.IsAssignableFrom(state))
        ?? throw new HarnessException($"'{state}' is no state of a scenario of the harness: "
            + "name a state that was generated, as in State<CrmOnboarding.Onboarded>");

    private void RequireConnection<TConnection>(string connection, string kind)
        where TConnection : ConnectionDefinition
    {
        var connections = _engine.Get<ScenarioCatalog>().Connections.Values.OfType<TConnection>().Select(static one => one.Name).ToList();
        if (!connections.Contains(connection))
            throw new HarnessException($"there is no {kind} connection '{connection}'; there are {Quote(connections)}");
    }

    private static string Quote(IEnumerable<string> names)
    {
        var all = string.Join(", ", names.Order(StringComparer.Ordinal).Select(static name => $"'{name}'"));
        return all.Length == 0 ? "none" : all;
    }
}
