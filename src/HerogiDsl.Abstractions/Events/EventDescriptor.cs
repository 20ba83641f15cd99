using System.Text.Json;

namespace HerogiDsl;

/// <summary>Where the events of a declaration come from.</summary>
public enum EventOrigin
{
    /// <summary>The application, or another scenario's <c>send</c>.</summary>
    Ordinary,

    /// <summary>The answer to an HTTP call.</summary>
    Http,

    /// <summary>The answer of a mail server.</summary>
    Smtp,

    /// <summary>What an <c>extern</c> action gives back.</summary>
    Extern,
}

/// <summary>How the runtime reads the events of one declaration.</summary>
public sealed class EventDescriptor
{
    private readonly Func<JsonElement, IEvent> _read;
    private readonly Func<HttpAnswer, IEvent>? _readAnswer;

    private EventDescriptor(
        string name, EventOrigin origin, Func<JsonElement, IEvent> read, Func<HttpAnswer, IEvent>? readAnswer = null)
    {
        _readAnswer = readAnswer;
        Name = name;
        Origin = origin;
        _read = read;
    }

    /// <summary>The simple name of the declaration, unique in a project.</summary>
    public string Name { get; }

    /// <summary>Where such events come from.</summary>
    public EventOrigin Origin { get; }

    /// <summary>Describes an ordinary event, read from the JSON object that <see cref="IEvent.WriteJson"/> writes.</summary>
    public static EventDescriptor Ordinary(string name, Func<JsonElement, IEvent> read) =>
        new(name, EventOrigin.Ordinary, read);

    /// <summary>Describes the answer to an HTTP call.</summary>
    public static EventDescriptor FromHttp(string name, Func<HttpAnswer, IEvent> read) =>
        new(name, EventOrigin.Http, json => read(HttpAnswer.ReadJson(json)), read);

    /// <summary>Describes the answer of a mail server.</summary>
    public static EventDescriptor FromSmtp(string name, Func<SmtpAnswer, IEvent> read) =>
        new(name, EventOrigin.Smtp, json => read(SmtpAnswer.ReadJson(json)));

    /// <summary>Describes what an <c>extern</c> action gives back, read as an ordinary event is.</summary>
    public static EventDescriptor FromExtern(string name, Func<JsonElement, IEvent> read) =>
        new(name, EventOrigin.Extern, read);

    /// <summary>Reads an event as it stands in the inbox: an ordinary event's object, or the object of its answer.</summary>
    /// <exception cref="EventFormatException">The object lacks a required field or has one of the wrong type.</exception>
    public IEvent Read(JsonElement json) => _read(json);

    /// <summary>Reads the answer to an HTTP call.</summary>
    /// <exception cref="InvalidOperationException">Such events come from elsewhere.</exception>
    public IEvent Read(HttpAnswer answer) => (_readAnswer
        ?? throw new InvalidOperationException($"'{Name}' is no answer to an HTTP call"))(answer);
}
