using System.Collections.Immutable;
using System.Globalization;
using HubSpotStandIn.Associations;
using HubSpotStandIn.Errors;
using HubSpotStandIn.Journals;
using HubSpotStandIn.Search;
using Changes = System.Collections.Immutable.ImmutableDictionary<string, string?>;

namespace HubSpotStandIn.Objects;

// All contacts and companies. One lock makes each call atomic, which is what makes an e-mail unique.
internal sealed class HubSpotStore(TimeProvider clock, UniqueValues unique, SearchIndex search, Journal? journal = null)
{
    private readonly Lock gate = new();
    private readonly AssociationStore associations = new();

    private readonly Dictionary<ObjectKind, SortedDictionary<long, CrmObject>> objects =
        ObjectKind.All.ToDictionary(kind => kind, _ => new SortedDictionary<long, CrmObject>());

    // What the journal tells is there, as if it had never gone.
    public void Restore()
    {
        lock (gate)
        {
            foreach (var line in journal?.ReadAll() ?? [])
            {
                if (line is ObjectLine { } item)
                {
                    Restore(item.ToObject());
                }
                else if (line is AssociationLine { } pair)
                {
                    Restore(pair);
                }
            }
        }
    }

    public CrmObject Create(ObjectKind kind, Changes values, IReadOnlyList<AssociationRequest> requests)
    {
        lock (gate)
        {
            if (!kind.NeedsOneOf.Any(name => values.GetValueOrDefault(name) is not null))
            {
                throw Failures.NeedsOneOf(kind);
            }
            RefuseTaken(kind, self: null, values);
            var others = requests.Select(request => Get(request.To, request.ToId)).ToList();
            var now = clock.GetUtcNow();
            var created = new CrmObject(kind, kind.FirstId + objects[kind].Count, Apply(EmptyProperties, values))
            {
                CreatedAt = now,
                UpdatedAt = now,
            };
            journal?.Append(
            [
                ObjectLine.Of(created),
                .. requests.Zip(others, (request, other) => Line(created, other, request)),
            ]);
            Keep(before: null, created);
            foreach (var (request, other) in requests.Zip(others))
            {
                associations.Add(created, other, request.TypeIds);
            }
            return created;
        }
    }

    public CrmObject? Find(ObjectKind kind, string id, string? idProperty = null)
    {
        lock (gate)
        {
            var found = idProperty is null or "hs_object_id"
                ? objects[kind].GetValueOrDefault(ParseId(id))
                : unique.Holder(kind, idProperty, PropertyRules.Normal(kind, idProperty, id)) is { } holder
                    ? objects[kind][holder]
                    : null;
            return found is { Archived: false } ? found : null;
        }
    }

    public CrmObject? FindArchived(ObjectKind kind, string id)
    {
        lock (gate)
        {
            return objects[kind].GetValueOrDefault(ParseId(id)) is { Archived: true } found ? found : null;
        }
    }

    public CrmObject Get(ObjectKind kind, string id, string? idProperty = null) =>
        Find(kind, id, idProperty) ?? throw Failures.NotFound(kind, id);

    public CrmObject Update(ObjectKind kind, string id, string? idProperty, Changes values)
    {
        lock (gate)
        {
            var before = Get(kind, id, idProperty);
            RefuseTaken(kind, before.Id, values);
            var after = before with { Properties = Apply(before.Properties, values), UpdatedAt = clock.GetUtcNow() };
            journal?.Append([ObjectLine.Of(after)]);
            Keep(before, after);
            return after;
        }
    }

    public (CrmObject Item, bool IsNew) Upsert(ObjectKind kind, string id, string? idProperty, Changes values)
    {
        lock (gate)
        {
            if (Find(kind, id, idProperty) is not null)
            {
                return (Update(kind, id, idProperty, values), IsNew: false);
            }
            if (idProperty is null or "hs_object_id")
            {
                throw Failures.NotFound(kind, id);
            }
            var key = PropertyRules.Normal(kind, idProperty, id);
            return (Create(kind, values.SetItem(idProperty, values.GetValueOrDefault(idProperty) ?? key), []), true);
        }
    }

    public void Archive(ObjectKind kind, string id, string? idProperty = null)
    {
        lock (gate)
        {
            if (Find(kind, id, idProperty) is { } before)
            {
                var after = before with { Archived = true, UpdatedAt = clock.GetUtcNow() };
                journal?.Append([ObjectLine.Of(after)]);
                Keep(before, after);
                associations.RemoveAll(before);
            }
        }
    }

    public AssociationLink Associate(ObjectKind from, string fromId, AssociationRequest request)
    {
        lock (gate)
        {
            var (one, other) = (Get(from, fromId), Get(request.To, request.ToId));
            journal?.Append([Line(one, other, request)]);
            return associations.Add(one, other, request.TypeIds);
        }
    }

    public IReadOnlyList<AssociationLink> Associated(CrmObject item, ObjectKind to)
    {
        lock (gate)
        {
            return associations.From(item, to);
        }
    }

    public int AssociationCount()
    {
        lock (gate)
        {
            return associations.Count;
        }
    }

    public IReadOnlyList<CrmObject> List(ObjectKind kind, bool archived = false)
    {
        lock (gate)
        {
            return [.. objects[kind].Values.Where(item => item.Archived == archived)];
        }
    }

    private static ImmutableSortedDictionary<string, string> EmptyProperties { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, string> Apply(
        ImmutableSortedDictionary<string, string> properties, Changes values) =>
        values.Aggregate(properties, (result, change) => change.Value is null
            ? result.Remove(change.Key)
            : result.SetItem(change.Key, change.Value));

    private static long ParseId(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private void RefuseTaken(ObjectKind kind, long? self, Changes values)
    {
        if (unique.Conflict(kind, self, values.Select(value => (value.Key, value.Value))) is not { } conflict)
        {
            return;
        }
        throw kind == ObjectKind.Contact && conflict.Property == "email"
            ? Failures.ContactExists(objects[kind][conflict.Holder])
            : Failures.InvalidProperty(conflict.Property, "CONFLICTING_UNIQUE_VALUE",
                $"{conflict.Holder.ToString(CultureInfo.InvariantCulture)} already has that value.");
    }

    private static AssociationLine Line(CrmObject from, CrmObject to, AssociationRequest request) =>
        new(from.Kind.Plural, from.Id, to.Id, request.TypeIds);

    private void Restore(CrmObject item)
    {
        Keep(objects[item.Kind].GetValueOrDefault(item.Id), item);
        if (item.Archived)
        {
            associations.RemoveAll(item);
        }
    }

    private void Restore(AssociationLine line)
    {
        var from = ObjectKind.Named(line.Type);
        var to = from == ObjectKind.Contact ? ObjectKind.Company : ObjectKind.Contact;
        if (!objects[from].TryGetValue(line.FromId, out var one) || !objects[to].TryGetValue(line.ToId, out var other))
        {
            throw new InvalidDataException(
                $"the journal ties {from.Name} {line.FromId} to {to.Name} {line.ToId}: expected lines of both before");
        }
        associations.Add(one, other, line.Types);
    }

    private void Keep(CrmObject? before, CrmObject after)
    {
        objects[after.Kind][after.Id] = after;
        unique.Replace(before, after.Archived ? null : after);
        search.Note(after);
    }
}
