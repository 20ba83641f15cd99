namespace HerogiDsl.Compiler.Symbols;

/// <summary>Follows ways as deep as they lead, each node once, and tells where one comes back to itself.</summary>
/// <remarks>It keeps the way it came itself: one that leads through a whole file would exhaust the stack.</remarks>
/// <param name="keyOf">What makes two nodes the same.</param>
/// <param name="follow">Where a node leads.</param>
/// <param name="onRound">Told of the nodes of a round, the one that closes it last.</param>
internal sealed class RoundSearch<TNode, TKey>(
    Func<TNode, TKey> keyOf, Func<TNode, IEnumerable<TNode>> follow, Action<IReadOnlyList<TNode>, TNode> onRound)
    where TKey : notnull
{
    private readonly HashSet<TKey> _done = [];
    private readonly Dictionary<TKey, int> _places = [];
    private readonly List<TNode> _path = [];
    private readonly Stack<IEnumerator<TNode>> _open = new();

    public void Visit(TNode node)
    {
        Enter(node);
        while (_open.Count > 0)
        {
            if (_open.Peek().MoveNext())
            {
                Enter(_open.Peek().Current);
                continue;
            }

            _open.Pop().Dispose();
            _places.Remove(keyOf(_path[_path.Count - 1]));
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Enter(TNode node)
    {
        var key = keyOf(node);
        if (_places.TryGetValue(key, out var place))
        {
            onRound(_path.GetRange(place, _path.Count - place), node);
            return;
        }

        if (!_done.Add(key))
            return;
        _places.Add(key, _path.Count);
        _path.Add(node);
        _open.Push(follow(node).GetEnumerator());
    }
}
