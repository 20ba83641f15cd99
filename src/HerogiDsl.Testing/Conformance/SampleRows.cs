using System.Text;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Conformance;

/// <summary>Rows to write; a rule changes in them what it is about.</summary>
internal static class SampleRows
{
    public const string Scenario = "Shop";
    public const string Session = "customer-42";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    public static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);

    public static InboxRow Event(string session = Session, string name = "Paid", string scenario = Scenario) => new()
    {
        Scenario = scenario,
        SessionId = session,
        Kind = InboxKind.Event,
        Event = name,
        Payload = Json("""{"amount":7}"""),
        AcceptedAt = Noon,
    };

    public static InboxRow DueTimer(string session = Session, string scenario = Scenario) => new()
    {
        Scenario = scenario,
        SessionId = session,
        Kind = InboxKind.Timer,
        AcceptedAt = Noon,
        Visit = 3,
        Timer = 1,
    };

    public static InstanceRow Instance(string session = Session, string state = "Waiting", string scenario = Scenario) => new()
    {
        Scenario = scenario,
        SessionId = session,
        State = state,
        Data = Json("""{"total":1.50}"""),
        Visit = 12,
        EnteredAt = Noon,
        Fingerprint = "f1",
    };

    public static HistoryRow Step(string session = Session, string outcome = "moved", string scenario = Scenario) => new()
    {
        At = Noon,
        Scenario = scenario,
        SessionId = session,
        Event = "Paid",
        Outcome = outcome,
    };

    public static OutboxRow Call(
        string connection = "crm", OutboxKind kind = OutboxKind.Http, string session = Session) => new()
        {
            Scenario = Scenario,
            SessionId = session,
            Visit = 12,
            Kind = kind,
            Connection = connection,
            Request = Json("""{"path":"/a"}"""),
            DueAt = Noon,
            AskedAt = Noon,
        };

    public static TimerRow Timer(
        int number = 0, int afterMinutes = 0, string session = Session, string scenario = Scenario) =>
        new(scenario, session, 12, number, Noon.AddMinutes(afterMinutes));

    public static ScheduledRow Later(
        int afterMinutes = 0, string session = Session, string name = "Reminder", string scenario = Scenario) => new()
        {
            Scenario = scenario,
            SessionId = session,
            Event = name,
            Payload = Json("{}"),
            DueAt = Noon.AddMinutes(afterMinutes),
        };

    public static WindowKey Window(string session = Session, string name = "spent", string scenario = Scenario) =>
        new(scenario, session, name);

    public static WindowRow Row(WindowKey key, int expiresAfterMinutes = 60) => new(key)
    {
        Text = "sum amount",
        AsOf = Noon,
        Oldest = Noon,
        Newest = Noon,
        Count = 1,
        Value = "7",
        ExpiresAt = Noon.AddMinutes(expiresAfterMinutes),
    };

    /// <summary>The number's contribution, so many minutes after noon.</summary>
    public static ContributionRow Contribution(int number, int afterMinutes = 0) =>
        new(Noon.AddMinutes(afterMinutes), number, number + 0.50m);
}
