using System.Diagnostics;
using HerogiDsl.Runtime.Hosting;
using HerogiDsl.Runtime.Inbox;
using HerogiDsl.Runtime.Storage;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Client;

/// <summary>An event that may be written.</summary>
/// <param name="Event">The event as it was sent.</param>
/// <param name="Rows">Its rows; none where nobody takes it.</param>
/// <param name="Id">Its id; null for none.</param>
internal sealed record PreparedEvent(BatchEvent Event, IReadOnlyList<InboxRow> Rows, AcceptedId? Id);

/// <summary>Turns an event that comes in into what is written.</summary>
internal sealed class EventPreparer(EngineParts parts, TimeProvider time)
{
    private const int MaxEventIdLength = 256;

    /// <exception cref="EventProblemException">The session id, the event, its id or a scenario's name will not do.</exception>
    /// <exception cref="EventRefusedException">The session has deferred too many such events.</exception>
    public PreparedEvent Prepare(BatchEvent sent)
    {
        var options = sent.Options;
        if (options.EventId is { Length: 0 or > MaxEventIdLength })
        {
            throw new EventProblemException(FormattableString.Invariant(
                $"the event's id has {options.EventId.Length} characters; expected 1 to {MaxEventIdLength}"));
        }

        var now = time.ReadNow();
        var rows = parts.Router.Route(sent.SessionId, sent.Event, options.Scenarios, now);
        if (TraceText.Of(Activity.Current) is { } trace)
            rows = [.. rows.Select(row => row with { Trace = trace })];
        var id = options.EventId is null ? null : new AcceptedId(options.EventId, now, now - parts.Options.EventIdRetention);
        return new PreparedEvent(sent, rows, id);
    }
}
