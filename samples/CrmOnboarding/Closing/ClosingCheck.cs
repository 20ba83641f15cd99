using Acme.Onboarding.Customers;
using HerogiDsl;

namespace Acme.Onboarding.Closing;

/// <summary>Holds what the runtime says of each customer against what HubSpot and the mail folder have.</summary>
internal sealed class ClosingCheck(IHerogi herogi, HubSpotLedger hubSpot, MailLedger? mails)
{
    public HubSpotLedger HubSpot => hubSpot;

    public MailLedger? Mails => mails;

    public async Task<IReadOnlyList<Problem>> FindProblemsAsync(IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var customer in customers)
        {
            CrmOnboarding.State? crm = await herogi.GetStateAsync<CrmOnboarding.State>(customer.SessionId, cancellationToken);
            WelcomeEmail.State? mail = await herogi.GetStateAsync<WelcomeEmail.State>(customer.SessionId, cancellationToken);
            if ((FindInCrm(customer, crm) ?? FindInMail(customer, mail)) is { } text)
                problems.Add(new Problem(customer, text));
        }

        return problems;
    }

    // An Onboarded has both ids, and they are strings that are never null: the compiler saw to it on every way there.
    private string? FindInCrm(Customer customer, CrmOnboarding.State? state) => state switch
    {
        CrmOnboarding.Onboarded { ContactId: var contactId, CompanyId: var companyId } =>
            FindInHubSpot(customer, contactId, companyId),
        CrmOnboarding.FindCompany { Searches: var searches } =>
            FormattableString.Invariant($"is still looked for in HubSpot, {searches} times by now"),
        IState { StateName: var name } => $"is in '{name}' of CrmOnboarding",
        null => "is not in CrmOnboarding",
    };

    private string? FindInHubSpot(Customer customer, string contactId, string companyId)
    {
        if (hubSpot.ContactsOf(customer.Email) is not [var contact])
            return $"has {hubSpot.ContactsOf(customer.Email).Count} contacts: expected one";
        if (hubSpot.CompaniesNamed(customer.CompanyName) is not [var company])
            return $"has {hubSpot.CompaniesNamed(customer.CompanyName).Count} companies: expected one";
        if (contact.CompanyIds is not [var tiedTo])
            return $"has a contact tied to {contact.CompanyIds.Count} companies: expected one";
        return tiedTo == company.Id && companyId == company.Id && contactId == contact.Id
            ? null
            : $"has contact {contact.Id} tied to company {tiedTo}: expected {contactId} tied to {companyId}";
    }

    private string? FindInMail(Customer customer, WelcomeEmail.State? state)
    {
        var count = mails?.CountFor(customer.Email) ?? (state is WelcomeEmail.Welcomed ? 1 : 0);
        return (state, count) switch
        {
            (WelcomeEmail.Welcomed, 1) => null,
            (null, _) => "is not in WelcomeEmail",
            (IState { StateName: var name }, _) =>
                FormattableString.Invariant($"is in '{name}' of WelcomeEmail with {count} mails: expected one"),
        };
    }
}
