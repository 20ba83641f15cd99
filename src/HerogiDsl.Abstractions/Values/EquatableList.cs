using System.Collections;
using System.Runtime.CompilerServices;

namespace HerogiDsl;

/// <summary>A list of a <c>.herogi</c> file: immutable, equal by value. <c>["a", "b"]</c> makes one.</summary>
/// <typeparam name="T">The type of its items.</typeparam>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private readonly T[] _items;

    internal EquatableList(T[] items) => _items = items;

    /// <summary>How many items it has.</summary>
    public int Count => _items.Length;

    /// <summary>The item at an index, from 0.</summary>
    public T this[int index] => _items[index];

    /// <summary>Whether two lists have equal items in the same order.</summary>
    public static bool operator ==(EquatableList<T>? left, EquatableList<T>? right) => Equals(left, right);

    /// <summary>Whether two lists differ.</summary>
    public static bool operator !=(EquatableList<T>? left, EquatableList<T>? right) => !Equals(left, right);

    /// <summary>Whether an item equals <paramref name="item"/>.</summary>
    public bool Contains(T item) => Array.IndexOf(_items, item) >= 0;

    /// <inheritdoc/>
    public bool Equals(EquatableList<T>? other) =>
        other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}

/// <summary>Makes lists.</summary>
public static class EquatableList
{
    /// <summary>A list of these items.</summary>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>A list of these items.</summary>
    public static EquatableList<T> From<T>(IEnumerable<T> items) => new([.. items]);
}
