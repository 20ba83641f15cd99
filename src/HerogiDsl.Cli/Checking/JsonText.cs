using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HerogiDsl.Cli.Checking;

/// <summary>JSON that somebody may read, too.</summary>
internal static class JsonText
{
    // It goes to a file or a pipe, never into a page: quotes need no hiding.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}
