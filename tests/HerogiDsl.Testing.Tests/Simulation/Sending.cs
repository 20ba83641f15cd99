namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>An event that a client sends, until it is told that it is safe.</summary>
internal sealed class Sending(string sessionId, IEvent @event, long number, string? id)
{
    public string SessionId => sessionId;

    public IEvent Event => @event;

    public long Number => number;

    /// <summary>The client's id for it; null where it has none, and sends once.</summary>
    public string? Id => id;

    public int Tries { get; set; }

    /// <summary>Whether the client waits for an answer.</summary>
    public bool IsUnderWay { get; set; }

    public bool IsOver { get; set; }
}
