using System.Text.Json;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Journals;

// A file with a line for each change. What was written is with the operating system, and so survives the end of the
// program, however it ends. Guarded by the lock of the object store.
internal sealed class Journal : IDisposable
{
    private readonly FileStream file;

    private Journal(FileStream file) => this.file = file;

    // Two programs that kept one journal would spoil it: the file is closed to others.
    public static Journal Open(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"journal '{path}' cannot be opened: {exception.Message}", exception);
        }
    }

    // The last line may have been cut off by the end of the program: nobody was told of that change, and it is taken off.
    public IReadOnlyList<JournalLine> ReadAll()
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var lines = new List<JournalLine>();
        var start = 0;
        while (bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            lines.Add(Read(bytes.AsSpan(start, length), lines.Count + 1));
            start += length + 1;
        }
        file.SetLength(start);
        file.Position = start;
        return lines;
    }

    // The lines of one change are one write.
    public void Append(IEnumerable<JournalLine> lines)
    {
        using var text = new MemoryStream();
        foreach (var line in lines)
        {
            text.Write(line.ToJson());
            text.WriteByte((byte)'\n');
        }
        file.Write(text.GetBuffer(), 0, (int)text.Length);
    }

    public void Dispose() => file.Dispose();

    private JournalLine Read(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            var read = JournalLine.Read(line);
            _ = ObjectKind.Named(read.Type);
            return read;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or HubSpotFailure)
        {
            throw new InvalidDataException(
                $"journal '{file.Name}', line {number}: expected a change as this program writes it", exception);
        }
    }
}
