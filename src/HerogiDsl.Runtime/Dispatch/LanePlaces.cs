namespace HerogiDsl.Runtime.Dispatch;

/// <summary>
/// How many calls the other side sees at once. A call that must be marked as begun may leave its queue a little before
/// there is a place for it, so that no place is empty while its mark is made safe: only as many as have ended while
/// the last mark was, so that each finds its place when it is marked. Where calls take long, that is none.
/// </summary>
internal sealed class LanePlaces(LaneSettings settings, Action left)
{
    // Of marked calls that have not left, a crash makes calls that nobody knows the outcome of.
    private const int MostAheadOfEachPlace = 2;

    private readonly Lock _gate = new();
    private readonly Queue<LanePlace> _ahead = new();
    private int _taken;
    private int _ended;
    private int _mostAhead;

    /// <summary>Whether a call may be made at once.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
                return _ahead.Count == 0 && _taken < (settings.Breaker?.FindRoom(settings.Parallel) ?? settings.Parallel);
        }
    }

    /// <summary>Whether a call may be marked that there is no place for yet.</summary>
    public bool HasRoomAhead
    {
        get
        {
            lock (_gate)
                return _ahead.Count < _mostAhead && settings.Breaker is not { IsBroken: true };
        }
    }

    /// <summary>Gives a place.</summary>
    public LanePlace Take()
    {
        lock (_gate)
            _taken++;
        return new LanePlace(this, isGiven: true);
    }

    /// <summary>Gives the next place that somebody leaves.</summary>
    public LanePlace TakeAhead()
    {
        lock (_gate)
        {
            var isGiven = _taken < settings.Parallel;
            var place = new LanePlace(this, isGiven);
            if (isGiven)
                _taken++;
            else
                _ahead.Enqueue(place);
            return place;
        }
    }

    /// <summary>A call begins to be marked; gives what <see cref="Marked"/> is told.</summary>
    public int Marking()
    {
        lock (_gate)
            return _ended;
    }

    /// <summary>It is marked.</summary>
    public void Marked(int endedBefore)
    {
        lock (_gate)
            _mostAhead = settings.MarksAhead ? Math.Min(_ended - endedBefore, MostAheadOfEachPlace * settings.Parallel) : 0;
    }

    /// <summary>A call leaves its place to the next one that waits for one.</summary>
    public void Leave()
    {
        LanePlace? next = null;
        lock (_gate)
        {
            _ended++;
            while (_ahead.TryDequeue(out next) && next.IsLeft)
            {
                // That one has come to nothing.
            }

            if (next is null)
                _taken--;
        }

        next?.Give();
        left();
    }
}

/// <summary>A call's place among those that are under way.</summary>
internal sealed class LanePlace(LanePlaces places, bool isGiven)
{
    private readonly TaskCompletionSource? _given =
        isGiven ? null : new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _isLeft;

    /// <summary>Whether the call is over.</summary>
    public bool IsLeft => Volatile.Read(ref _isLeft) != 0;

    /// <summary>Ends when the call may be made.</summary>
    public Task Given => _given?.Task ?? Task.CompletedTask;

    /// <summary>The call may be made.</summary>
    public void Give()
    {
        // It may have come to nothing meanwhile: then the place is the next one's.
        if (_given?.TrySetResult() == false)
            places.Leave();
    }

    /// <summary>The call is over, or comes to nothing; false when that was known.</summary>
    public bool Leave()
    {
        if (Interlocked.Exchange(ref _isLeft, 1) != 0)
            return false;
        if (_given?.TrySetCanceled() != true)
            places.Leave();
        return true;
    }

    /// <summary>A call begins to be marked; gives what <see cref="Marked"/> is told.</summary>
    public int Marking() => places.Marking();

    /// <summary>It is marked.</summary>
    public void Marked(int endedBefore) => places.Marked(endedBefore);
}
