using Acme.Onboarding.Closing;
using Acme.Onboarding.Customers;
using Acme.Onboarding.Options;
using Acme.Onboarding.Watching;
using HerogiDsl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Acme.Onboarding.Hosting;

/// <summary>One run: register everybody, watch until all is done, count.</summary>
internal static class OnboardingRun
{
    private const int Success = 0;
    private const int SomethingIsWrong = 1;

    public static async Task<int> RunAsync(SampleOptions options)
    {
        var customers = Customer.First(options.Customers);
        await using var workplace = await Workplace.OpenAsync(options, customers);
        using var hubSpot = new HubSpotReader(workplace.HubSpot, workplace.Token);
        if (workplace.StandIn is null)
            await hubSpot.KnockAsync();
        Introduction.Print(options, workplace);
        using var host = OnboardingHost.Build(workplace);
        await StartAsync(host, workplace);
        try
        {
            await WatchAsync(host, customers);
            var report = await CloseAsync(host, workplace, hubSpot, customers);
            ClosingTable.Print(report);
            return report.Problems.Count == 0 ? Success : SomethingIsWrong;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine(workplace.IsTemporary
                ? "stopped; with '--database FILE' the next run would go on from here"
                : "stopped; run it again with the same '--database', and it goes on from here");
            return SomethingIsWrong;
        }
        finally
        {
            await host.StopAsync();
        }
    }

    private static async Task StartAsync(IHost host, Workplace workplace)
    {
        try
        {
            await host.StartAsync();
        }
        catch (IOException problem)
        {
            throw new UsageException($"'{workplace.Database}' cannot be used: {problem.Message}");
        }
    }

    private static async Task WatchAsync(IHost host, IReadOnlyList<Customer> customers)
    {
        var herogi = host.Services.GetRequiredService<IHerogi>();
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var watch = new Watch(host.Services.GetRequiredService<IHerogiMonitor>(), customers.Count);
        var registering = RegisterAllAsync(herogi, customers, stopping);
        await ProgressDisplay.ShowAsync(watch, registering, stopping);
        await registering;
    }

    // Each registration has an id, so that a second run may send all of them again: those accepted before are not handled anew.
    private static Task RegisterAllAsync(IHerogi herogi, IReadOnlyList<Customer> customers, CancellationToken stopping) =>
        Parallel.ForEachAsync(customers, stopping, async (customer, cancellation) =>
            await herogi.SendAsync(
                customer.SessionId, customer.ToEvent(), new SendOptions { EventId = customer.EventId }, cancellation));

    private static async Task<ClosingReport> CloseAsync(
        IHost host, Workplace workplace, HubSpotReader hubSpot, IReadOnlyList<Customer> customers)
    {
        var faults = workplace.StandIn?.Counts.Faults;
        workplace.StandIn?.SetFaults("");
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var monitor = host.Services.GetRequiredService<IHerogiMonitor>();
        var check = new ClosingCheck(
            host.Services.GetRequiredService<IHerogi>(),
            await hubSpot.ReadAsync(stopping),
            workplace.MailFolder is { } folder ? MailLedger.Read(folder) : null);
        return new ClosingReport(
            customers.Count, await monitor.GetOverviewAsync(stopping), check.HubSpot, await check.FindProblemsAsync(customers, stopping))
        {
            Mails = check.Mails,
            Faults = faults,
        };
    }
}
