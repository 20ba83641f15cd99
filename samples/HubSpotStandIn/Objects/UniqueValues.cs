using HubSpotStandIn.Errors;

namespace HubSpotStandIn.Objects;

// Which object holds a value of a property that only one object may have: contacts' e-mail, and what options add.
internal sealed class UniqueValues
{
    private readonly Dictionary<(ObjectKind Kind, string Property), Dictionary<string, long>> holders = [];

    public UniqueValues(IEnumerable<(ObjectKind Kind, string Property)> additional)
    {
        holders[(ObjectKind.Contact, "email")] = [];
        foreach (var key in additional)
        {
            holders[key] = [];
        }
    }

    public bool Covers(ObjectKind kind, string property) => holders.ContainsKey((kind, property));

    public long? Holder(ObjectKind kind, string property, string value)
    {
        if (!holders.TryGetValue((kind, property), out var values))
        {
            throw Failures.Invalid($"Property '{property}' of {kind.Plural} is not a unique property, "
                + "so that it cannot be an idProperty");
        }
        return values.TryGetValue(value, out var id) ? id : null;
    }

    // The property whose value another object holds, and that object.
    public (string Property, long Holder)? Conflict(ObjectKind kind, long? self, IEnumerable<(string, string?)> values)
    {
        foreach (var (property, value) in values)
        {
            if (value is not null && Covers(kind, property) && Holder(kind, property, value) is { } id && id != self)
            {
                return (property, id);
            }
        }
        return null;
    }

    public void Replace(CrmObject? before, CrmObject? after)
    {
        foreach (var ((kind, property), values) in holders)
        {
            if (before?.Kind == kind && before[property] is { } old)
            {
                values.Remove(old);
            }
            if (after?.Kind == kind && after[property] is { } current)
            {
                values[current] = after.Id;
            }
        }
    }
}
