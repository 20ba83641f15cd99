using Acme.Onboarding.Options;

namespace Acme.Onboarding.Hosting;

/// <summary>Says what is about to happen, and where.</summary>
internal static class Introduction
{
    public static void Print(SampleOptions options, Workplace workplace)
    {
        var hubSpot = workplace.StandIn is { } standIn
            ? FormattableString.Invariant($"a stand-in at {workplace.HubSpot} with the faults '{options.Faults}', seed {standIn.Seed}")
            : workplace.HubSpot.AbsoluteUri;
        Console.WriteLine(FormattableString.Invariant($"{options.Customers} customers register"));
        Console.WriteLine($"  HubSpot   {hubSpot}");
        Console.WriteLine($"  database  {workplace.Database}{(workplace.IsTemporary ? " (deleted at the end)" : "")}");
        Console.WriteLine($"  mails     {workplace.MailServer ?? workplace.MailFolder}");
        Console.WriteLine();
    }
}
