using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace HerogiDsl.Values;

/// <summary>Reads the body of an answer, for generated code.</summary>
public static class AnswerBody
{
    /// <summary>The body as JSON; null where it is none.</summary>
    public static JsonElement? Read(HttpAnswer answer)
    {
        if (string.IsNullOrWhiteSpace(answer.Text))
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer.Text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body as a T; false where it is none.</summary>
    public static bool TryRead<T>(HttpAnswer answer, Func<JsonElement, T> read, [NotNullWhen(true)] out T? body)
        where T : class
    {
        body = null;
        if (Read(answer) is not { } json)
            return false;
        try
        {
            body = read(json);
        }
        catch (FormatException)
        {
            body = null;
        }

        return body is not null;
    }

    /// <summary>The body as a T; false where it is none.</summary>
    public static bool TryReadValue<T>(HttpAnswer answer, Func<JsonElement, T> read, [NotNullWhen(true)] out T? body)
        where T : struct
    {
        body = null;
        if (Read(answer) is not { } json)
            return false;
        try
        {
            body = read(json);
        }
        catch (FormatException)
        {
            body = null;
        }

        return body is not null;
    }
}
