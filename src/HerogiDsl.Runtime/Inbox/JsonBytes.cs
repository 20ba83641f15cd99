using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HerogiDsl.Runtime.Inbox;

/// <summary>JSON to and from memory, with one buffer a thread.</summary>
internal static class JsonBytes
{
    // The store is no web page: text stays readable.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static ReadOnlyMemory<byte> Write<T>(T value, Action<T, Utf8JsonWriter> write)
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>(1024);
        var writer = _writer ?? new Utf8JsonWriter(buffer, Options);
        // What is written may write itself: it takes a buffer of its own then.
        _buffer = null;
        _writer = null;
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(value, writer);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        _buffer = buffer;
        _writer = writer;
        return bytes;
    }

    /// <summary>Reads JSON into memory of its own: parts of it may live on in a state.</summary>
    public static JsonElement Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        return JsonElement.ParseValue(ref reader);
    }

    public static ReadOnlyMemory<byte>? WriteTexts(IReadOnlyList<string> texts) => texts.Count == 0
        ? default(ReadOnlyMemory<byte>?)
        : Write(texts, static (texts, writer) =>
        {
            writer.WriteStartArray();
            foreach (var text in texts)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        });
}
