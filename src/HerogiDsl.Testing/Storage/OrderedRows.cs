namespace HerogiDsl.Testing.Storage;

/// <summary>
/// Rows in the order of a key: pieces of sorted arrays. A few rows cost what a list costs, a million still no more than a
/// search and the shift of one piece.
/// </summary>
internal sealed class OrderedRows<TKey, TRow>(Func<TRow, TKey> keyOf)
    where TKey : struct, IComparable<TKey>
    where TRow : class
{
    private const int LargestPiece = 512;

    private readonly List<List<TRow>> _pieces = [];

    public int Count { get; private set; }

    public TRow? Find(TKey key)
    {
        var (piece, index, found) = Search(key);
        return found ? _pieces[piece][index] : null;
    }

    /// <summary>Puts one row in the place of another; either may be missing.</summary>
    public void Replace(TRow? old, TRow? next)
    {
        if (old is not null)
            Remove(keyOf(old));
        if (next is not null)
            Insert(next);
    }

    /// <summary>The rows whose key is at least this one, in order.</summary>
    public IEnumerable<TRow> From(TKey key)
    {
        var (piece, index, _) = Search(key);
        for (; piece < _pieces.Count; piece++, index = 0)
        {
            for (; index < _pieces[piece].Count; index++)
                yield return _pieces[piece][index];
        }
    }

    /// <summary>The rows whose key is less than this one, the last first.</summary>
    public IEnumerable<TRow> BackFrom(TKey key)
    {
        var (piece, index, _) = Search(key);
        while (piece >= 0)
        {
            while (--index >= 0)
                yield return _pieces[piece][index];
            index = --piece >= 0 ? _pieces[piece].Count : 0;
        }
    }

    public IEnumerable<TRow> All => _pieces.SelectMany(static piece => piece);

    private void Remove(TKey key)
    {
        var (piece, index, found) = Search(key);
        if (!found)
            return;
        _pieces[piece].RemoveAt(index);
        if (_pieces[piece].Count == 0)
            _pieces.RemoveAt(piece);
        Count--;
    }

    private void Insert(TRow row)
    {
        var (piece, index, found) = Search(keyOf(row));
        if (found)
            throw new InvalidOperationException($"a row with the key '{keyOf(row)}' is there already");
        if (_pieces.Count == 0)
            _pieces.Add([]);
        if (piece == _pieces.Count)
            (piece, index) = (piece - 1, _pieces[piece - 1].Count);
        var rows = _pieces[piece];
        rows.Insert(index, row);
        Count++;
        if (rows.Count <= LargestPiece)
            return;
        // Rows mostly come at the end: the piece there keeps nearly all, so that pieces are full.
        var kept = index == rows.Count - 1 ? LargestPiece : LargestPiece / 2;
        _pieces.Insert(piece + 1, rows[kept..]);
        rows.RemoveRange(kept, rows.Count - kept);
    }

    /// <summary>Where the first row stands whose key is at least this one, and whether it is this one.</summary>
    private (int Piece, int Index, bool Found) Search(TKey key)
    {
        var (low, high) = (0, _pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keyOf(_pieces[middle][^1]).CompareTo(key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == _pieces.Count)
            return (low, 0, false);
        var rows = _pieces[low];
        var (first, last) = (0, rows.Count - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (keyOf(rows[middle]).CompareTo(key) < 0)
                first = middle + 1;
            else
                last = middle;
        }

        return (low, first, keyOf(rows[first]).CompareTo(key) == 0);
    }
}
