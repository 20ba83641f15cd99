using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Associations;

internal readonly record struct AssociationLink(CrmObject From, ObjectKind To, long ToId, bool IsPrimary);

// Pairs of one contact and one company; each pair is seen from both ends. Guarded by the lock of the object store.
internal sealed class AssociationStore
{
    private readonly Dictionary<long, List<long>> companiesOfContact = [];
    private readonly Dictionary<long, List<long>> contactsOfCompany = [];
    private readonly Dictionary<long, long> primaryOfContact = [];

    public int Count => companiesOfContact.Values.Sum(companies => companies.Count);

    // As in HubSpot, the first company of a contact becomes its primary one, whether asked for or not.
    public AssociationLink Add(CrmObject from, CrmObject to, IEnumerable<int> typeIds)
    {
        var (contact, company) = from.Kind == ObjectKind.Contact ? (from.Id, to.Id) : (to.Id, from.Id);
        AddOnce(companiesOfContact, contact, company);
        AddOnce(contactsOfCompany, company, contact);
        if (typeIds.Any(AssociationTypes.IsPrimary))
        {
            primaryOfContact[contact] = company;
        }
        else
        {
            primaryOfContact.TryAdd(contact, company);
        }
        return Link(from, to.Kind, to.Id);
    }

    public IReadOnlyList<AssociationLink> From(CrmObject item, ObjectKind to)
    {
        var ends = item.Kind == ObjectKind.Contact ? companiesOfContact : contactsOfCompany;
        return item.Kind != to && ends.TryGetValue(item.Id, out var others)
            ? [.. others.Select(other => Link(item, to, other))]
            : [];
    }

    public void RemoveAll(CrmObject item)
    {
        var (own, others) = item.Kind == ObjectKind.Contact
            ? (companiesOfContact, contactsOfCompany)
            : (contactsOfCompany, companiesOfContact);
        if (!own.Remove(item.Id, out var ends))
        {
            return;
        }
        foreach (var end in ends)
        {
            others[end].Remove(item.Id);
            if (item.Kind == ObjectKind.Company && primaryOfContact.GetValueOrDefault(end) == item.Id)
            {
                primaryOfContact.Remove(end);
            }
        }
        if (item.Kind == ObjectKind.Contact)
        {
            primaryOfContact.Remove(item.Id);
        }
    }

    private AssociationLink Link(CrmObject from, ObjectKind to, long toId)
    {
        var (contact, company) = from.Kind == ObjectKind.Contact ? (from.Id, toId) : (toId, from.Id);
        return new AssociationLink(from, to, toId, primaryOfContact.GetValueOrDefault(contact) == company);
    }

    private static void AddOnce(Dictionary<long, List<long>> ends, long one, long other)
    {
        if (!ends.TryGetValue(one, out var others))
        {
            ends[one] = others = [];
        }
        if (!others.Contains(other))
        {
            others.Add(other);
        }
    }
}
