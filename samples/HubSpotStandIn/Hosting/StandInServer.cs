using System.Security.Cryptography;
using HubSpotStandIn.Faults;
using HubSpotStandIn.Journals;
using HubSpotStandIn.Objects;
using HubSpotStandIn.Search;

namespace HubSpotStandIn.Hosting;

/// <summary>A HubSpot in memory that listens on an address of this machine until it is disposed.</summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HubSpotStore store;
    private readonly FaultDice dice;
    private readonly Census census;
    private readonly Journal? journal;

    private StandInServer(StandInOptions options, Journal? journal)
    {
        this.journal = journal;
        var search = new SearchIndex(options.Clock, options.SearchDelay);
        store = new HubSpotStore(options.Clock, new UniqueValues(UniqueProperty.ParseAll(options)), search, journal);
        store.Restore();
        dice = new FaultDice(options.Faults, options.Seed ?? RandomNumberGenerator.GetInt32(1_000_000));
        var traffic = new Traffic();
        census = new Census(store, dice, traffic);
        app = new StandInApplication(options, traffic, dice).Build(store, search, census);
    }

    /// <summary>Where the server listens, with the port that was chosen.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public int Seed => dice.Seed;

    public StandInCounts Counts => census.Count();

    public IReadOnlyList<StoredContact> Contacts => census.Contacts();

    public IReadOnlyList<StoredCompany> Companies => census.Companies();

    /// <summary>Starts a server.</summary>
    /// <exception cref="ArgumentException">An option is not sound; the message says which and why.</exception>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    /// <exception cref="InvalidDataException">The journal cannot be opened, or holds what is no change.</exception>
    public static async Task<StandInServer> StartAsync(
        StandInOptions options, CancellationToken cancellationToken = default)
    {
        var server = Create(options);
        try
        {
            await server.app.StartAsync(cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        var bound = server.app.Urls.First();
        server.Url = new Uri(bound.Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        return server;
    }

    private static StandInServer Create(StandInOptions options)
    {
        var opened = options.Journal is { } path ? Journal.Open(path) : null;
        try
        {
            return new StandInServer(options, opened);
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>Changes the faults of the calls that come; without a seed the sequence of throws goes on.</summary>
    public void SetFaults(FaultPlan faults, int? seed = null) => dice.Set(faults, seed);

    /// <inheritdoc cref="SetFaults(FaultPlan, int?)"/>
    /// <exception cref="FormatException">The text is no plan of faults.</exception>
    public void SetFaults(string faults, int? seed = null) => dice.Set(FaultPlan.Parse(faults), seed);

    /// <summary>Puts a contact there, as if somebody else had registered it.</summary>
    /// <exception cref="InvalidOperationException">The e-mail is there already, or is none.</exception>
    public StoredContact AddContact(string email, string? firstName = null, string? lastName = null)
    {
        try
        {
            var values = PropertyRules.Check(
                ObjectKind.Contact, [("email", email), ("firstname", firstName), ("lastname", lastName)]);
            return Census.Contact(store.Create(ObjectKind.Contact, values, []), []);
        }
        catch (Errors.HubSpotFailure failure)
        {
            throw new InvalidOperationException($"contact '{email}' cannot be added: {failure.Message}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        journal?.Dispose();
    }
}
