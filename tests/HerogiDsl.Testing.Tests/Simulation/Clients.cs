using System.Globalization;
using HerogiDsl.Testing.Simulation;
using Simulated;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>
/// Those who send events, with ids and without, who send again what they do not know to be safe, and who have faulted
/// sessions go on.
/// </summary>
internal sealed class Clients(World world, SeededRandom random)
{
    private static readonly Func<long, IEvent>[] Events =
    [
        n => new Begin(n), n => new Begin(n), n => new Bump(n), n => new Bump(n), n => new Bump(n), n => new Post(n), n => new Post(n),
        n => new Fetch(n), n => new Simulated.Judge(n), n => new Hold(n), n => new Free(n), n => new Plan(n), n => new Drop(n),
        n => new Pass(n), n => new Mail(n), n => new Mail(n), n => new Break(n), n => new Tell(n), n => new Tell(n), n => new Finish(n),
    ];

    private readonly List<Sending> _sendings = [];

    /// <summary>Whether nobody waits for anything.</summary>
    public bool AreDone => _sendings.TrueForAll(sending => sending.IsOver);

    public void Plan(TimeSpan until)
    {
        var sessions = random.Between(1, 4);
        var events = random.Between(5, 40);
        for (var number = 0; number < events; number++)
        {
            var sessionId = string.Create(CultureInfo.InvariantCulture, $"s{random.Below(sessions)}");
            var make = number < sessions ? Events[0] : random.Pick(Events);
            var id = random.OneIn(3) ? null : string.Create(CultureInfo.InvariantCulture, $"id{number}");
            var sending = new Sending(sessionId, make(number), number, id);
            _sendings.Add(sending);
        }

        PlanSending(until, largest: random.OneIn(3) ? 8 : 1);
        Some(until, () => RetryFaulted());
    }

    private void PlanSending(TimeSpan until, int largest)
    {
        for (var first = 0; first < _sendings.Count;)
        {
            var sendings = _sendings.Skip(first).Take(random.Between(1, largest)).ToList();
            first += sendings.Count;
            // Some at once, some far from each other.
            var at = random.OneIn(2) ? TimeSpan.FromSeconds(random.Below(20)) : until * (random.Below(1000) / 1000.0);
            if (largest == 1)
                world.At(at, () => Send(sendings[0]));
            else
                world.At(at, () => SendTogether(sendings));
        }
    }

    /// <summary>The process is gone, with all that was under way.</summary>
    public void Lost()
    {
        foreach (var sending in _sendings.Where(sending => sending.IsUnderWay))
        {
            sending.IsUnderWay = false;
            // Without an id nobody can send it again.
            sending.IsOver = sending.Id is null;
        }
    }

    /// <summary>There is a process again.</summary>
    public void GoOn()
    {
        foreach (var sending in _sendings.Where(sending => sending is { IsOver: false, IsUnderWay: false, Tries: > 0 }))
            world.After(random.Time(TimeSpan.FromMinutes(5)), () => Send(sending));
    }

    public void RetryFaulted()
    {
        if (world.Running is not { } process)
            return;
        foreach (var instance in world.Ledger.Instances.Where(instance => instance.IsFaulted))
        {
            process.Do(async () =>
            {
                try
                {
                    await process.Monitor.RetryAsync(instance.SessionId, instance.Scenario);
                }
                catch (Exception exception) when (exception is IOException or InvalidOperationException)
                {
                    // Somebody tries again.
                }
            });
        }
    }

    private void Some(TimeSpan until, Action happen)
    {
        for (var count = random.Between(0, 4); count > 0; count--)
            world.At(until * (random.Below(10_000) / 10_000.0), happen);
    }

    private void Send(Sending sending)
    {
        if (sending.IsOver || sending.IsUnderWay)
            return;
        if (world.Running is not { } process)
        {
            world.After(random.Time(TimeSpan.FromMinutes(10)), () => Send(sending));
            return;
        }

        sending.IsUnderWay = true;
        sending.Tries++;
        world.Trace.Note("send", sending.Number, sending.Tries);
        process.Do(() => SendAsync(process, sending));
    }

    private async Task SendAsync(SimulatedProcess process, Sending sending)
    {
        try
        {
            await process.Client.SendAsync(
                sending.SessionId, sending.Event, new SendOptions { EventId = sending.Id }, Patience());
            Accepted(sending);
        }
        catch (EventRefusedException)
        {
            Refused(sending);
            sending.IsOver = true;
        }
        catch (OperationCanceledException)
        {
            // The client has not waited, and does not know.
            sending.IsOver = sending.Id is null;
            world.After(random.Time(TimeSpan.FromMinutes(5)), () => Send(sending));
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            Refused(sending);
            world.After(random.Time(TimeSpan.FromMinutes(5)), () => Send(sending));
        }
        finally
        {
            sending.IsUnderWay = false;
        }
    }

    private void SendTogether(List<Sending> sendings)
    {
        if (world.Running is not { } process)
        {
            world.After(random.Time(TimeSpan.FromMinutes(10)), () => SendTogether(sendings));
            return;
        }

        foreach (var sending in sendings)
        {
            sending.IsUnderWay = true;
            sending.Tries++;
        }

        var batch = new Batch(world, sendings, random);
        world.Trace.Note("batch", sendings.Count);
        process.Do(async () =>
        {
            foreach (var sending in await batch.SendAsync(process, Patience()))
                Accepted(sending);
            foreach (var sending in batch.Sendings.Where(sending => !batch.IsAccepted(sending)))
            {
                Refused(sending);
                world.After(random.Time(TimeSpan.FromMinutes(5)), () => Send(sending));
            }

            // Not sooner: a crash may come between.
            sendings.ForEach(sending => sending.IsUnderWay = false);
        });
    }

    private CancellationToken Patience()
    {
        if (!random.OneIn(6))
            return CancellationToken.None;
        var patience = new CancellationTokenSource();
        world.After(random.Time(TimeSpan.FromSeconds(2)), patience.Cancel);
        return patience.Token;
    }

    private void Accepted(Sending sending)
    {
        var name = sending.Event.EventName;
        foreach (var scenario in Application.TakersOf(name))
        {
            if (!world.Ledger.HasAccepted(scenario, name, sending.Number))
                world.Ledger.Report($"'{name}' {sending.Number} is acknowledged, and '{scenario}' has not got it");
        }

        // The acknowledgement is lost, or the client has forgotten that it had one.
        if (sending.Id is not null && sending.Tries < 4 && random.OneIn(3))
            world.After(random.Time(TimeSpan.FromHours(1)), () => Send(sending));
        else
            sending.IsOver = true;
    }

    // What came before with its id may be safe all the same.
    private void Refused(Sending sending)
    {
        var name = sending.Event.EventName;
        if (sending.Tries == 1 && Application.TakersOf(name).Any(one => world.Ledger.HasAccepted(one, name, sending.Number)))
            world.Ledger.Report($"'{name}' {sending.Number} is refused, and yet it is handled");
    }
}
