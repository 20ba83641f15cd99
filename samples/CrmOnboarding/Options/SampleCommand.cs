using System.CommandLine;
using System.CommandLine.Parsing;
using HubSpotStandIn.Faults;

namespace Acme.Onboarding.Options;

/// <summary>The command line: words in, options or one sentence out.</summary>
internal sealed class SampleCommand
{
    public const int BadUsage = 2;

    private const int MostCustomers = 100_000;
    private const string MildFaults = "429=0.05,500=0.02,lost=0.02,drop=0.02,slow=0.05:200ms";

    private readonly Option<string?> customers = New("--customers", "N", "how many customers register (200)");
    private readonly Option<string?> database = New(
        "--database", "FILE", "the SQLite file; run again, it goes on (a fresh one, deleted at the end)");
    private readonly Option<string?> hubSpot = New(
        "--hubspot", "URL", "HubSpot, or a stand-in that runs elsewhere (one inside this program)");
    private readonly Option<string?> token = New("--token", "TEXT", "the bearer token of '--hubspot'");
    private readonly Option<string?> faults = New(
        "--faults", "LIST", $"the faults of the stand-in inside this program, or 'none' ({MildFaults})");
    private readonly Option<string?> seed = New("--seed", "N", "the same seed gives the same faults again (chosen, and printed)");
    private readonly Option<string?> mail = New(
        "--mail", "WHERE", "a folder for the mails, or smtp://host[:port] (a folder beside the database)");

    public static async Task<int> RunAsync(string[] arguments, Func<SampleOptions, Task<int>> run)
    {
        var command = new SampleCommand();
        var root = new RootCommand("Brings new customers into HubSpot and welcomes them by mail, come what may.")
        {
            command.customers, command.database, command.hubSpot, command.token, command.faults, command.seed, command.mail,
        };
        var parsed = root.Parse(arguments);
        if (parsed.Action is not null && parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        try
        {
            return await run(command.Read(parsed));
        }
        catch (UsageException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return BadUsage;
        }
    }

    private static Option<string?> New(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    private SampleOptions Read(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0)
            throw new UsageException($"there is no option '{parsed.UnmatchedTokens[0]}': '--help' shows those there are");
        if (parsed.Errors.Count > 0)
            throw new UsageException(Explain(parsed.Errors[0]));
        var texts = new OptionTexts(option => parsed.GetValue(option));
        var url = texts.Url(hubSpot);
        if (url is not null && texts.Text(token) is null)
            throw new UsageException("'--hubspot' needs the bearer token as well: give it with '--token'");
        if (url is null && texts.Text(token) is not null)
            throw new UsageException("'--token' is that of '--hubspot': give that as well, or neither");
        if (url is not null && (texts.Text(faults) ?? texts.Text(seed)) is not null)
            throw new UsageException("'--faults' and '--seed' are for the stand-in inside this program: give them to that at '--hubspot'");
        return new SampleOptions
        {
            Customers = texts.Number(customers, 1, MostCustomers) ?? 200,
            Database = texts.File(database),
            HubSpot = url,
            Token = texts.Text(token),
            Faults = texts.Faults(faults) ?? FaultPlan.Parse(MildFaults),
            Seed = texts.Number(seed, int.MinValue, int.MaxValue),
            Mail = texts.Mail(mail),
        };
    }

    private static string Explain(ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierTokenCount: > 1 } twice => $"'{twice.Option.Name}' is given twice: once is enough",
        OptionResult { Tokens.Count: 0 } bare => $"'{bare.Option.Name}' needs a value: '--help' shows which",
        _ => $"{char.ToLowerInvariant(error.Message[0])}{error.Message[1..].TrimEnd('.')}: '--help' shows how it is written",
    };
}
