using System.Text.Json;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Outbox;

/// <summary>An <c>extern</c> action that has failed past its tries, as the inbox keeps it: with all that a retry needs.</summary>
/// <param name="Reason">Why it failed.</param>
/// <param name="Call">The action.</param>
internal sealed record StoredFailure(string Reason, OutboxRow Call)
{
    public InboxRow ToInbox(DateTimeOffset now) => new()
    {
        Scenario = Call.Scenario,
        SessionId = Call.SessionId,
        Kind = InboxKind.Failure,
        Payload = JsonBytes.Write(this, static (failure, writer) => failure.Write(writer)),
        AcceptedAt = now,
        Visit = Call.Visit,
        Label = Call.Label,
        Trace = Call.Trace,
    };

    /// <summary>The action to be done again, as if it had never been tried.</summary>
    public OutboxRow ToOutbox(DateTimeOffset now) => Call with { Id = 0, Tries = 0, DueAt = now };

    public static StoredFailure Read(InboxRow row)
    {
        var failure = JsonBytes.Read(row.Payload);
        return new StoredFailure(
            Text(failure, "reason") ?? "",
            new OutboxRow
            {
                Scenario = row.Scenario,
                SessionId = row.SessionId,
                Visit = row.Visit,
                Kind = OutboxKind.Action,
                Connection = Text(failure, "lane") ?? "",
                Request = JsonBytes.Write(
                    failure.GetProperty("request"), static (request, writer) => request.WriteTo(writer)),
                Returns = Text(failure, "returns"),
                Label = row.Label,
                IsRepeatable = true,
                DueAt = row.AcceptedAt,
                AskedAt = DateTimeOffset.FromUnixTimeMilliseconds(failure.GetProperty("askedAt").GetInt64()),
                Position = Text(failure, "position"),
                Trace = row.Trace,
            });
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("reason", Reason);
        writer.WriteString("position", Call.Position);
        writer.WriteString("lane", Call.Connection);
        writer.WriteString("returns", Call.Returns);
        writer.WriteNumber("askedAt", Call.AskedAt.ToUnixTimeMilliseconds());
        writer.WritePropertyName("request");
        writer.WriteRawValue(Call.Request.Span);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement failure, string name) => failure.GetProperty(name).GetString();
}
