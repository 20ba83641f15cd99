using Acme.Onboarding.Customers;
using Acme.Onboarding.Options;
using HubSpotStandIn.Hosting;

namespace Acme.Onboarding.Hosting;

/// <summary>Where a run has its database, its mails and its HubSpot; what was made for this run alone goes with it.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly string? temporary;

    private Workplace(SampleOptions options, string? temporary)
    {
        this.temporary = temporary;
        Database = options.Database ?? Path.Combine(temporary ?? "", "onboarding.db");
        Token = options.Token ?? "token-of-the-sample";
        if (options.Mail is { } mail && mail.Contains("://", StringComparison.Ordinal))
            MailServer = mail;
        else
            MailFolder = options.Mail ?? Database + ".mail";
    }

    public string Database { get; }

    public string Token { get; }

    /// <summary>The folder of the mails; null where they go to a server.</summary>
    public string? MailFolder { get; }

    public string? MailServer { get; }

    public Uri HubSpot { get; private set; } = new("http://127.0.0.1");

    /// <summary>The stand-in inside this process; null where HubSpot is elsewhere.</summary>
    public StandInServer? StandIn { get; private set; }

    public bool IsTemporary => temporary is not null;

    public static async Task<Workplace> OpenAsync(SampleOptions options, IReadOnlyList<Customer> customers)
    {
        var folder = options.Database is null ? Directory.CreateTempSubdirectory("crm-onboarding-").FullName : null;
        var workplace = new Workplace(options, folder);
        try
        {
            workplace.RefuseForeignMails();
            await workplace.ConnectAsync(options, customers);
            return workplace;
        }
        catch
        {
            await workplace.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (StandIn is not null)
            await StandIn.DisposeAsync();
        if (temporary is not null)
            Directory.Delete(temporary, recursive: true);
    }

    // The closing check counts mails: those of another database would be taken for doubled ones.
    private void RefuseForeignMails()
    {
        if (MailFolder is not null && !File.Exists(Database) && Directory.Exists(MailFolder)
            && Directory.EnumerateFiles(MailFolder, "*.eml").Any())
        {
            throw new UsageException(
                $"'{MailFolder}' has mails of another database: give that with '--database', or an empty folder with '--mail'");
        }
    }

    private async Task ConnectAsync(SampleOptions options, IReadOnlyList<Customer> customers)
    {
        if (options.HubSpot is not null)
        {
            HubSpot = options.HubSpot;
            return;
        }

        try
        {
            StandIn = await StandInServer.StartAsync(new StandInOptions
            {
                Token = Token,
                Faults = options.Faults,
                Seed = options.Seed,
                Journal = IsTemporary ? null : Database + ".hubspot",
            });
        }
        catch (InvalidDataException problem)
        {
            throw new UsageException(problem.Message);
        }

        HubSpot = StandIn.Url;
        var there = StandIn.Contacts.Select(contact => contact.Email).ToHashSet(StringComparer.Ordinal);
        foreach (var customer in customers.Where(customer => customer.IsKnownBefore && !there.Contains(customer.Email)))
            StandIn.AddContact(customer.Email, customer.ContactName);
    }
}
