using HubSpotStandIn.Faults;
using HubSpotStandIn.Objects;

namespace HubSpotStandIn.Hosting;

// Looks over all objects, for tests and closing tables.
internal sealed class Census(HubSpotStore store, FaultDice dice, Traffic traffic)
{
    public StandInCounts Count()
    {
        var companies = store.List(ObjectKind.Company);
        var contacts = store.List(ObjectKind.Contact);
        var duplicates = Surplus(companies, "name") + Surplus(contacts, "email");
        return new StandInCounts(companies.Count, contacts.Count, store.AssociationCount(), traffic.Requests,
            duplicates, traffic.Conflicts)
        {
            Faults = dice.Befallen(),
        };
    }

    public IReadOnlyList<StoredCompany> Companies() => [.. store.List(ObjectKind.Company).Select(Company)];

    public IReadOnlyList<StoredContact> Contacts()
    {
        var companies = store.List(ObjectKind.Company).ToDictionary(company => company.Id);
        return
        [
            .. store.List(ObjectKind.Contact).Select(contact => Contact(contact, store
                .Associated(contact, ObjectKind.Company)
                .Where(link => companies.ContainsKey(link.ToId))
                .Select(link => companies[link.ToId]))),
        ];
    }

    public static StoredContact Contact(CrmObject contact, IEnumerable<CrmObject> companies) => new(
        contact.IdText, contact["email"], contact["firstname"], contact["lastname"], [.. companies.Select(Company)]);

    private static StoredCompany Company(CrmObject company) =>
        new(company.IdText, company["name"], company["domain"]);

    private static int Surplus(IEnumerable<CrmObject> items, string property) => items
        .Where(item => item[property] is not null)
        .GroupBy(item => item[property], StringComparer.OrdinalIgnoreCase)
        .Sum(group => group.Count() - 1);
}
