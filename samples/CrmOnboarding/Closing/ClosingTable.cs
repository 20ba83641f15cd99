using System.Globalization;
using HerogiDsl;
using Spectre.Console;

namespace Acme.Onboarding.Closing;

/// <summary>The table at the end, and the customers that are wrong.</summary>
internal static class ClosingTable
{
    private const int MostNamed = 20;

    public static void Print(ClosingReport report)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumn("what").AddColumn("how many");
        foreach (var (what, text) in Rows(report))
            table.AddRow(new Text(what), new Text(text));
        AnsiConsole.Write(table);
        if (report.Problems.Count == 0)
        {
            Say("green", "every customer is onboarded, has one contact tied to one company, and got one mail");
            return;
        }

        Say("red", Invariant($"{report.Problems.Count} of {report.Customers} customers are not as they must be:"));
        foreach (var problem in report.Problems.Take(MostNamed))
            Console.WriteLine($"  {problem.Customer.SessionId} ({problem.Customer.Email}) {problem.Text}");
        if (report.Problems.Count > MostNamed)
            Console.WriteLine(Invariant($"  and {report.Problems.Count - MostNamed} more"));
    }

    // Where no terminal is, the console would break the line after 80 characters.
    private static void Say(string colour, string sentence)
    {
        if (AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.MarkupLine($"[{colour}]{sentence.EscapeMarkup()}[/]");
        else
            Console.WriteLine(sentence);
    }

    private static IEnumerable<(string What, string Text)> Rows(ClosingReport report)
    {
        var totals = report.Overview.Totals;
        yield return ("customers", Number(report.Customers));
        yield return (nameof(CrmOnboarding), States(report, nameof(CrmOnboarding)));
        yield return (nameof(WelcomeEmail), States(report, nameof(WelcomeEmail)));
        yield return ("HubSpot contacts", Number(report.HubSpot.Contacts));
        yield return ("HubSpot companies", Number(report.HubSpot.Companies));
        yield return ("contacts tied to a company", Number(report.HubSpot.Ties));
        yield return ("calls", Number(totals.Calls));
        yield return ("retries", Number(totals.Retries));
        yield return ("unknown outcomes", Number(totals.Unknown));
        yield return (report.Mails is null ? "mails sent" : "mails written", Number(report.Mails?.Count ?? totals.Mails));
        if (report.Faults is { Count: > 0 } faults)
            yield return ("faults in this run", string.Join(", ", faults.Select(fault => Invariant($"{fault.Key} {fault.Value}"))));
    }

    private static string States(ClosingReport report, string scenario) => string.Join(", ", report.Overview.States
        .Where(state => state.Scenario == scenario)
        .Select(state => state.Condition == InstanceCondition.Active
            ? Invariant($"{state.State} {state.Count}")
            : Invariant($"{state.State} {state.Count} ({state.Condition})")));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
