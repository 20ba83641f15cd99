namespace HubSpotStandIn.Hosting;

/// <summary>What is there, and what happened. Archived objects do not count.</summary>
/// <param name="Companies">How many companies there are.</param>
/// <param name="Contacts">How many contacts there are.</param>
/// <param name="Associations">Pairs of a contact and a company.</param>
/// <param name="Requests">Calls that arrived, whatever became of them.</param>
/// <param name="Duplicates">Surplus companies of one name, and surplus contacts of one e-mail.</param>
/// <param name="Conflicts">Calls that met a 409, also where the answer was lost.</param>
public sealed record StandInCounts(
    int Companies, int Contacts, int Associations, int Requests, int Duplicates, int Conflicts)
{
    /// <summary>How often each fault befell a call, by the fault's name.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }
}

public sealed record StoredCompany(string Id, string? Name, string? Domain);

public sealed record StoredContact(
    string Id, string? Email, string? FirstName, string? LastName, IReadOnlyList<StoredCompany> Companies);
