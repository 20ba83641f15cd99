using System.Text.Json;

namespace HerogiDsl;

/// <summary>The answer to an HTTP call, as a scenario sees it: <c>event Saved from http</c>. Generated records derive from it.</summary>
public abstract record HttpAnswerEvent : IEvent, ITemplateObject
{
    /// <summary>Takes over what came back.</summary>
    /// <param name="answer">What came back.</param>
    /// <param name="bodyIsWanted">Whether the body is of the type after <c>as</c>; true without one.</param>
    protected HttpAnswerEvent(HttpAnswer answer, bool bodyIsWanted)
    {
        StatusCode = answer.StatusCode;
        Ok = answer.StatusCode is >= 200 and <= 299 && bodyIsWanted;
        Unknown = answer.Unknown;
        Headers = EquatableMap.IgnoringCase(answer.Headers);
        Text = answer.Text;
        Error = answer.Error;
    }

    /// <summary>The status; 0 when no answer came.</summary>
    public long StatusCode { get; }

    /// <summary>Whether the status is 2xx and the body, where a type is wanted, is of it.</summary>
    public bool Ok { get; }

    /// <summary>Whether the call may or may not have been carried out.</summary>
    public bool Unknown { get; }

    /// <summary>The headers; names without regard to case.</summary>
    public EquatableMap<string> Headers { get; }

    /// <summary>The body as it came.</summary>
    public string Text { get; }

    /// <summary>Why no answer came; null when one did.</summary>
    public string? Error { get; }

    string IEvent.EventName => EventName;

    /// <summary>The simple name of the declaration.</summary>
    protected abstract string EventName { get; }

    /// <summary>The body as templates see it.</summary>
    protected abstract object? TemplateBody { get; }

    void IEvent.WriteJson(Utf8JsonWriter writer) => Write(writer);

    void ITemplateObject.WriteJson(Utf8JsonWriter writer) => Write(writer);

    bool ITemplateObject.TryGetMember(string name, out object? value)
    {
        value = name switch
        {
            "statusCode" => StatusCode,
            "ok" => Ok,
            "unknown" => Unknown,
            "headers" => Headers,
            "text" => Text,
            "error" => Error,
            "body" => TemplateBody,
            _ => null,
        };
        return value is not null || name is "error" or "body";
    }

    private void Write(Utf8JsonWriter writer) =>
        new HttpAnswer((int)StatusCode, Unknown, Headers, Text, Error).WriteJson(writer);
}
