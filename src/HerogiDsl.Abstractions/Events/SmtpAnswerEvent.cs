using System.Text.Json;

namespace HerogiDsl;

/// <summary>The answer of a mail server, as a scenario sees it: <c>event Sent from smtp</c>. Generated records derive from it.</summary>
public abstract record SmtpAnswerEvent : IEvent, ITemplateObject
{
    /// <summary>Takes over what came back.</summary>
    protected SmtpAnswerEvent(SmtpAnswer answer)
    {
        StatusCode = answer.StatusCode;
        Ok = answer.StatusCode is >= 200 and <= 299;
        Unknown = answer.Unknown;
        Error = answer.Error;
    }

    /// <summary>The SMTP status; 0 when no answer came.</summary>
    public long StatusCode { get; }

    /// <summary>Whether the mail was accepted.</summary>
    public bool Ok { get; }

    /// <summary>Whether the mail may or may not have been sent.</summary>
    public bool Unknown { get; }

    /// <summary>Why it was not accepted; null when it was.</summary>
    public string? Error { get; }

    string IEvent.EventName => EventName;

    /// <summary>The simple name of the declaration.</summary>
    protected abstract string EventName { get; }

    void IEvent.WriteJson(Utf8JsonWriter writer) => Write(writer);

    void ITemplateObject.WriteJson(Utf8JsonWriter writer) => Write(writer);

    bool ITemplateObject.TryGetMember(string name, out object? value)
    {
        value = name switch
        {
            "statusCode" => StatusCode,
            "ok" => Ok,
            "unknown" => Unknown,
            "error" => Error,
            _ => null,
        };
        return value is not null || name == "error";
    }

    private void Write(Utf8JsonWriter writer) =>
        new SmtpAnswer((int)StatusCode, Unknown, Error).WriteJson(writer);
}
