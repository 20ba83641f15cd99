namespace Acme.Onboarding.Closing;

/// <summary>A contact or a company as HubSpot tells it.</summary>
internal sealed record HubSpotObject(string Id, IReadOnlyDictionary<string, string?> Properties, Associations? Associations)
{
    /// <summary>The companies a contact is tied to; HubSpot names one several times, once for each type of the tie.</summary>
    public IReadOnlyList<string> CompanyIds =>
        [.. (Associations?.Companies?.Results ?? []).Select(link => link.Id).Distinct(StringComparer.Ordinal)];
}

internal sealed record Associations(Links? Companies);

internal sealed record Links(IReadOnlyList<Link> Results);

internal sealed record Link(string Id);

/// <summary>All contacts and companies that HubSpot has.</summary>
internal sealed class HubSpotLedger(IReadOnlyList<HubSpotObject> contacts, IReadOnlyList<HubSpotObject> companies)
{
    private readonly ILookup<string?, HubSpotObject> contactsByEmail =
        contacts.ToLookup(contact => contact.Properties.GetValueOrDefault("email"), StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string?, HubSpotObject> companiesByName =
        companies.ToLookup(company => company.Properties.GetValueOrDefault("name"), StringComparer.Ordinal);

    public int Contacts => contacts.Count;

    public int Companies => companies.Count;

    public int Ties => contacts.Sum(contact => contact.CompanyIds.Count);

    public IReadOnlyList<HubSpotObject> ContactsOf(string email) => [.. contactsByEmail[email]];

    public IReadOnlyList<HubSpotObject> CompaniesNamed(string name) => [.. companiesByName[name]];
}
