using System.Text.Json;
using HerogiDsl.Templates;
using HerogiDsl.Values;

namespace HerogiDsl.Runtime.Templates;

/// <summary><c>session</c>: the data that a template names.</summary>
internal sealed class NamedValues(ReadOnlySpan<TemplateValue> values) : ITemplateObject
{
    private readonly TemplateValue[] _values = values.ToArray();

    public bool TryGetMember(string name, out object? value)
    {
        foreach (var candidate in _values)
        {
            if (candidate.Name != name)
                continue;
            value = candidate.Value;
            return true;
        }

        value = null;
        return false;
    }

    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in _values)
        {
            writer.WritePropertyName(name);
            JsonWrite.Any(writer, value);
        }

        writer.WriteEndObject();
    }
}

/// <summary><c>meta</c>.</summary>
internal sealed class MetaValues(StepContext context) : ITemplateObject
{
    private static readonly string[] Names = ["sessionId", "scenario", "state", "event", "timestamp", "enteredAt"];

    public bool TryGetMember(string name, out object? value)
    {
        value = name switch
        {
            "sessionId" => context.SessionId,
            "scenario" => context.Scenario,
            "state" => context.State,
            "event" => context.EventName,
            "timestamp" => context.Timestamp,
            "enteredAt" => context.EnteredAt,
            _ => null,
        };
        return value is not null || name == "event";
    }

    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var name in Names)
        {
            TryGetMember(name, out var value);
            writer.WritePropertyName(name);
            JsonWrite.Any(writer, value);
        }

        writer.WriteEndObject();
    }
}

/// <summary><c>config</c> and <c>secret</c>.</summary>
internal sealed class SettingValues(string name, string section, Func<string, string?> find) : ITemplateObject
{
    public bool TryGetMember(string key, out object? value) =>
        (value = find(key)) is not null
            ? true
            : throw new TemplateFaultException(
                $"'{name}.{key}' is not configured: set 'HerogiDsl:{section}:{key}' in the application's configuration");

    public void WriteJson(Utf8JsonWriter writer) =>
        throw new TemplateFaultException($"'{name}' is no value: name one of its keys, as in '{name}.key'");
}
