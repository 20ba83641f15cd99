using System.Globalization;
using System.Net;
using HubSpotStandIn.Faults;

namespace HubSpotStandIn.Hosting;

internal sealed record CommandLine(StandInOptions Options, string? Problem, bool WantsHelp)
{
    public const string Help = """
        A stand-in for HubSpot's CRM, in memory, for samples and tests.

        Usage: dotnet run --project samples/HubSpotStandIn -- [options]

          --urls URL             where to listen, port 0 takes a free one (http://127.0.0.1:5055)
          --token TEXT           the bearer token that calls must have (any)
          --faults LIST          e.g. 429=0.05,500=0.02,lost=0.02,drop=0.02,slow=0.05:200ms (none)
          --seed NUMBER          the same seed gives the same faults again (chosen, and printed)
          --search-delay TIME    how long a search does not see a new object, e.g. 2s or 500ms (1s)
          --limit NUMBER         calls in ten seconds, HubSpot has 100 or 190 (no limit)
          --daily-limit NUMBER   calls a day (650000)
          --unique NAME          a property whose values are unique, e.g. companies.customer_number; repeatable
          --journal FILE         keeps every change, so that the objects are there at the next start (none)
          --help                 shows this text

        Below /_standin: GET counts, GET objects, GET faults, PUT faults.
        """;

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine(new StandInOptions { Address = "http://127.0.0.1:5055" }, null, WantsHelp: false);
        var rest = new Queue<string>(arguments);
        while (line.Problem is null && rest.TryDequeue(out var argument))
        {
            if (argument is "--help" or "-h" or "-?")
            {
                return line with { WantsHelp = true };
            }
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var isJoined = argument.StartsWith("--", StringComparison.Ordinal) && equals > 0;
            var name = isJoined ? argument[..equals] : argument;
            if (!IsOption(name))
            {
                return line.Refuse($"'{name}' is not an option: see --help");
            }
            var value = isJoined ? argument[(equals + 1)..] : null;
            if (value is null && !rest.TryDequeue(out value))
            {
                return line.Refuse($"'{name}' needs a value: see --help");
            }
            line = line.With(name, value);
        }
        return line;
    }

    private static bool IsOption(string name) => name is "--urls" or "--token" or "--faults" or "--seed"
        or "--search-delay" or "--limit" or "--daily-limit" or "--unique" or "--journal";

    private CommandLine With(string name, string value) => name switch
    {
        "--urls" => IsAddress(value)
            ? this with { Options = Options with { Address = value } }
            : Refuse($"'--urls {value}' is no address to listen on: expected one as in http://127.0.0.1:5055"),
        "--token" => string.IsNullOrWhiteSpace(value)
            ? Refuse("'--token' is empty: expected a text, or no '--token' to take any")
            : this with { Options = Options with { Token = value } },
        "--faults" => FaultPlan.TryParse(value, out var plan, out var problem)
            ? this with { Options = Options with { Faults = plan } }
            : Refuse($"'--faults {value}': {problem}"),
        "--seed" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? this with { Options = Options with { Seed = seed } }
            : Refuse($"'--seed {value}' is not understood: expected a whole number"),
        "--search-delay" => Durations.TryParse(value, out var delay)
            ? this with { Options = Options with { SearchDelay = delay } }
            : Refuse($"'--search-delay {value}' is not understood: expected a time as in 2s or 500ms"),
        "--limit" => Count(value) is { } limit
            ? this with { Options = Options with { Limit = limit } }
            : Refuse($"'--limit {value}' is not understood: expected a whole number above 0"),
        "--daily-limit" => Count(value) is { } daily
            ? this with { Options = Options with { DailyLimit = daily } }
            : Refuse($"'--daily-limit {value}' is not understood: expected a whole number above 0"),
        "--journal" => string.IsNullOrWhiteSpace(value)
            ? Refuse("'--journal' is empty: expected the name of a file")
            : this with { Options = Options with { Journal = value } },
        _ => UniqueProperty.Parse(value) is not null
            ? this with { Options = Options with { UniqueProperties = [.. Options.UniqueProperties, value] } }
            : Refuse($"'--unique {value}' is not understood: expected one as in companies.customer_number"),
    };

    private CommandLine Refuse(string problem) => this with { Problem = problem };

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address is { Scheme: "http", PathBase: "", IsUnixPipe: false, IsNamedPipe: false }
                && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
                && !text.Contains(';', StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
