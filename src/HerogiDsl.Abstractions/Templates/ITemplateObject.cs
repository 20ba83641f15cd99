namespace HerogiDsl;

/// <summary>A value whose members templates may read by the names of the <c>.herogi</c> file. Generated records implement it.</summary>
public interface ITemplateObject
{
    /// <summary>Gets a member; false when there is none of that name.</summary>
    bool TryGetMember(string name, out object? value);

    /// <summary>Writes the value as JSON.</summary>
    void WriteJson(System.Text.Json.Utf8JsonWriter writer);
}
