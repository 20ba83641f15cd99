using System.Text.Json;

namespace HerogiDsl;

/// <summary>Where a session is in a scenario, with the data that is certain there. Generated records implement it.</summary>
public interface IState
{
    /// <summary>The name of the state.</summary>
    string StateName { get; }

    /// <summary>Writes the session data as one JSON object.</summary>
    void WriteJson(Utf8JsonWriter writer);
}
