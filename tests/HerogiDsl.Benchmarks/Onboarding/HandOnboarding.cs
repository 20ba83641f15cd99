using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace HerogiDsl.Benchmarks.Onboarding;

/// <summary>
/// The limit: the same customers by hand. Each event is accepted in one commit and handled in a later one, each call is
/// in an outbox before it is made, each answer in an inbox before it counts; history is written. There is no mark before
/// a call that must not be repeated, no timer, no retry, no scenario.
/// </summary>
internal sealed class HandOnboarding : IDisposable
{
    private const int LargestGroup = 1024;
    private const int Parallel = 16;

    private static readonly string[] States = ["start", "CompanyRegister", "CustomerRegister", "AddToCompany", "Onboarded"];
    private static readonly string[] Events = ["Register", "Saved", "Saved", "Associated"];

    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<Work> _calls = Channel.CreateUnbounded<Work>();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _client;
    private readonly HandCrmStore _store;
    private int _left;
    private long _sequence;

    private HandOnboarding(string database, string url, Crowd crowd)
    {
        _store = new HandCrmStore(database);
        _left = crowd.Customers;
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Parallel, UseCookies = false };
        _client = new HttpClient(handler) { BaseAddress = new Uri(url) };
    }

    /// <summary>How long it takes until every customer is in `Onboarded`.</summary>
    public static async Task<TimeSpan> RunAsync(string database, string url, Crowd crowd)
    {
        using var run = new HandOnboarding(database, url, crowd);
        var writer = Task.Run(run.WriteAsync);
        var callers = Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(run.CallAsync)));

        var start = Stopwatch.GetTimestamp();
        await crowd.RunAsync(customer => run.RegisterAsync(customer, crowd.IsOneByOne));
        await run._over.Task;
        var time = Stopwatch.GetElapsedTime(start);

        run._queue.Writer.Complete();
        run._calls.Writer.Complete();
        await Task.WhenAll(writer, callers);
        var through = run._store.CountIn("Onboarded");
        return through == crowd.Customers
            ? time
            : throw new InvalidOperationException($"by hand {through} are through; expected {crowd.Customers}");
    }

    public void Dispose()
    {
        _client.Dispose();
        _store.Dispose();
    }

    private async Task RegisterAsync(Customer customer, bool waits)
    {
        var work = new Work(customer, Kind.Accept, 0)
        {
            Accepted = new(TaskCreationOptions.RunContinuationsAsynchronously),
            Through = waits ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null,
        };
        _queue.Writer.TryWrite(work);
        await work.Accepted.Task;
        if (work.Through is { } through)
            await through.Task;
    }

    private async Task WriteAsync()
    {
        var group = new List<Work>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work))
                group.Add(work);
            _store.Begin();
            foreach (var work in group)
                Write(work);
            _store.Commit();
            foreach (var work in group)
                GoOn(work);
            group.Clear();
        }
    }

    private void Write(Work work)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var session = work.Customer.SessionId;
        switch (work.Kind)
        {
            case Kind.Accept:
                if (work.Stage > 0)
                    _store.Answered(work.Sequence);
                work.Sequence = ++_sequence;
                _store.Accept(work.Sequence, session, Events[work.Stage], work.Stage == 0 ? Json(work.Customer) : work.Answer, at);
                break;
            case Kind.Step:
                if (work.Stage > 0)
                    work.Ids[work.Stage - 1] = IdOf(work.Answer);
                _store.Step(work.Sequence, session, (States[work.Stage], States[work.Stage + 1]), Data(work), (Events[work.Stage], at));
                if (work.Stage < 3)
                {
                    work.Request = RequestOf(work);
                    work.Sequence = ++_sequence;
                    _store.Ask(work.Sequence, session, $$"""{"path":"{{work.Request.Path}}","body":{{work.Request.Body ?? "null"}}}""", at);
                }

                break;
        }
    }

    private void GoOn(Work work)
    {
        if (work.Kind == Kind.Accept)
        {
            work.Accepted?.TrySetResult();
            work.Accepted = null;
            work.Kind = Kind.Step;
            _queue.Writer.TryWrite(work);
        }
        else if (work.Stage < 3)
        {
            _calls.Writer.TryWrite(work);
        }
        else
        {
            work.Through?.TrySetResult();
            if (--_left == 0)
                _over.TrySetResult();
        }
    }

    private async Task CallAsync()
    {
        await foreach (var work in _calls.Reader.ReadAllAsync())
        {
            using var request = new HttpRequestMessage(work.Request.Body is null ? HttpMethod.Put : HttpMethod.Post, work.Request.Path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
            if (work.Request.Body is { } body)
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await _client.SendAsync(request);
            response.EnsureSuccessStatusCode();
            var text = await response.Content.ReadAsStringAsync();
            work.Answer = JsonSerializer.Serialize(new StoredAnswer((int)response.StatusCode, text), Shapes.Default.StoredAnswer);
            work.Kind = Kind.Accept;
            work.Stage++;
            _queue.Writer.TryWrite(work);
        }
    }

    private static (string Path, string? Body) RequestOf(Work work) => work.Stage switch
    {
        0 => ("/crm/objects/2026-03/companies", $$$"""{"properties":{"name":"{{{work.Customer.Company}}}"}}"""),
        1 => ("/crm/objects/2026-03/contacts", $$$"""{"properties":{"email":"{{{work.Customer.Email}}}","firstname":"{{{work.Customer.Name}}}"}}"""),
        _ => ($"/crm/objects/2026-03/contacts/{work.Ids[1]}/associations/default/companies/{work.Ids[0]}", null),
    };

    private static string IdOf(string answer)
    {
        using var stored = JsonDocument.Parse(answer);
        using var body = JsonDocument.Parse(stored.RootElement.GetProperty("Text").GetString() ?? "{}");
        return body.RootElement.GetProperty("id").GetString() ?? "";
    }

    private static string Json(Customer customer) =>
        $$"""{"email":"{{customer.Email}}","companyName":"{{customer.Company}}","contactName":"{{customer.Name}}"}""";

    private static string Data(Work work) =>
        $$"""{"customer":{{Json(work.Customer)}},"companyId":"{{work.Ids[0]}}","contactId":"{{work.Ids[1]}}"}""";

    private enum Kind
    {
        /// <summary>An event, or an answer, is put into the inbox.</summary>
        Accept,
        Step,
    }

    private sealed class Work(Customer customer, Kind kind, int stage)
    {
        public Customer Customer => customer;

        public Kind Kind { get; set; } = kind;

        public int Stage { get; set; } = stage;

        public long Sequence { get; set; }

        public string[] Ids { get; } = ["", "", ""];

        public string Answer { get; set; } = "";

        public (string Path, string? Body) Request { get; set; }

        public TaskCompletionSource? Accepted { get; set; }

        public TaskCompletionSource? Through { get; init; }
    }
}
