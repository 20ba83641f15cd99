using Acme.Onboarding.Options;
using Spectre.Console;

namespace Acme.Onboarding.Hosting;

/// <summary>Says what is about to happen, and where.</summary>
internal static class Introduction
{
    public static void Print(SampleOptions options, Workplace workplace)
    {
        var hubSpot = workplace.StandIn is { } standIn
            ? FormattableString.Invariant($"a stand-in at {workplace.HubSpot} with the faults '{options.Faults}', seed {standIn.Seed}")
            : workplace.HubSpot.AbsoluteUri;
        AnsiConsole.WriteLine(FormattableString.Invariant($"{options.Customers} customers register"));
        AnsiConsole.WriteLine($"  HubSpot   {hubSpot}");
        AnsiConsole.WriteLine($"  database  {workplace.Database}{(workplace.IsTemporary ? " (deleted at the end)" : "")}");
        AnsiConsole.WriteLine($"  mails     {workplace.MailServer ?? workplace.MailFolder}");
        AnsiConsole.WriteLine();
    }
}
