using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Search;

// What a search sees: each object as it was some while ago, for HubSpot's index lags behind its objects.
internal sealed class SearchIndex(TimeProvider clock, TimeSpan delay)
{
    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset VisibleAt, CrmObject Item)> pending = [];

    private readonly Dictionary<ObjectKind, SortedDictionary<long, CrmObject>> visible =
        ObjectKind.All.ToDictionary(kind => kind, _ => new SortedDictionary<long, CrmObject>());

    public void Note(CrmObject item)
    {
        lock (gate)
        {
            pending.Enqueue((clock.GetUtcNow() + delay, item));
        }
    }

    public IReadOnlyList<CrmObject> Visible(ObjectKind kind)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (pending.TryPeek(out var next) && next.VisibleAt <= now)
            {
                Show(pending.Dequeue().Item);
            }
            return [.. visible[kind].Values];
        }
    }

    private void Show(CrmObject item)
    {
        if (item.Archived)
        {
            visible[item.Kind].Remove(item.Id);
        }
        else
        {
            visible[item.Kind][item.Id] = item;
        }
    }
}
