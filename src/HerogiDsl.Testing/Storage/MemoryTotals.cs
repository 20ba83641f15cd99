using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Testing.Storage;

/// <summary>A counter.</summary>
internal sealed record Total(string Name, long Value);

internal sealed class MemoryTotals(UndoLog log) : MemoryTable<Total>(log), ITotalTable
{
    private readonly OrderedRows<TextKey, Total> _rows = new(static total => new TextKey(total.Name));

    public void Add(string name, long count)
    {
        lock (Gate)
        {
            var old = _rows.Find(new TextKey(name));
            Write(old, new Total(name, (old?.Value ?? 0) + count));
        }
    }

    public IReadOnlyList<KeyValuePair<string, long>> Read()
    {
        lock (Gate)
            return [.. _rows.All.Select(static total => KeyValuePair.Create(total.Name, total.Value))];
    }

    protected override void Replace(Total? old, Total? next) => _rows.Replace(old, next);
}
