using System.Text.Json;

namespace HerogiDsl;

/// <summary>An event that a <c>.herogi</c> file declares. Generated records implement it.</summary>
public interface IEvent
{
    /// <summary>The simple name of the declaration.</summary>
    string EventName { get; }

    /// <summary>Writes the event as one JSON object.</summary>
    void WriteJson(Utf8JsonWriter writer);
}
