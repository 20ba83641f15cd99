using System.Text.Json;

namespace HerogiDsl.Runtime.Tests.Scenarios;

/// <summary>An ordinary event with a text, as generated code would have it.</summary>
internal sealed record Said(string EventName, string Text = "") : IEvent, ITemplateObject
{
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("text", Text);
        writer.WriteEndObject();
    }

    public bool TryGetMember(string name, out object? value)
    {
        value = name == "text" ? Text : null;
        return name == "text";
    }

    public static EventDescriptor Describe(string name) => EventDescriptor.Ordinary(
        name, json => new Said(name, json.GetProperty("text").GetString() ?? throw new EventFormatException("no text")));
}

/// <summary>The answer to an HTTP call.</summary>
internal sealed record Answered(string EventName, HttpAnswer Answer) : IEvent
{
    public void WriteJson(Utf8JsonWriter writer) => Answer.WriteJson(writer);

    public static EventDescriptor Describe(string name) =>
        EventDescriptor.FromHttp(name, answer => new Answered(name, answer));
}

/// <summary>The answer of a mail server.</summary>
internal sealed record Delivered(string EventName, SmtpAnswer Answer) : IEvent
{
    public void WriteJson(Utf8JsonWriter writer) => Answer.WriteJson(writer);

    public static EventDescriptor Describe(string name) =>
        EventDescriptor.FromSmtp(name, answer => new Delivered(name, answer));
}
