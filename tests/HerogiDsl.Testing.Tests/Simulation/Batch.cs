using HerogiDsl.Testing.Simulation;
using Simulated;

namespace HerogiDsl.Testing.Tests.Simulation;

/// <summary>Events that are sent together, some of them twice, one that is not to be had: each goes as if it were alone.</summary>
internal sealed class Batch(World world, List<Sending> sendings, SeededRandom random)
{
    private readonly HashSet<Sending> _accepted = [];

    public IReadOnlyList<Sending> Sendings => sendings;

    /// <summary>Whether an event was acknowledged.</summary>
    public bool IsAccepted(Sending sending) => _accepted.Contains(sending);

    /// <summary>Sends them; gives those that are acknowledged.</summary>
    public async Task<IReadOnlyCollection<Sending>> SendAsync(SimulatedProcess process, CancellationToken patience)
    {
        var sent = sendings.ToList<Sending?>();
        if (sendings.Find(sending => sending.Id is not null) is { } again && random.OneIn(3))
            sent.Add(again);
        if (random.OneIn(4))
            sent.Insert(random.Below(sent.Count + 1), null);
        var before = world.Ledger.Latest;
        try
        {
            Check(sent, await process.Client.SendAsync([.. sent.Select(Wrap)], patience), before);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Where it does not tell of each, none is accepted.
        }

        return _accepted;
    }

    // Nobody may have a session without a name.
    private static BatchEvent Wrap(Sending? sending) => sending is null
        ? new BatchEvent("", new Bump(0))
        : new BatchEvent(sending.SessionId, sending.Event) { Options = new SendOptions { EventId = sending.Id } };

    private void Check(List<Sending?> sent, IReadOnlyList<SendResult> results, long before)
    {
        var latest = before;
        for (var index = 0; index < sent.Count; index++)
        {
            var (sending, status) = (sent[index], results[index].Status);
            if (sending is null && status != SendStatus.Refused)
                world.Ledger.Report("a session without a name is accepted");
            if (sending is null || status == SendStatus.Refused)
                continue;
            var isNew = _accepted.Add(sending);
            if (status == SendStatus.KnownBefore && isNew && sending.Tries == 1)
                world.Ledger.Report($"'{sending.Event.EventName}' {sending.Number} is told to be known, and was never sent");
            if (status != SendStatus.Accepted)
                continue;
            // In the order of the batch, behind all that was there.
            foreach (var scenario in Application.TakersOf(sending.Event.EventName))
            {
                var place = world.Ledger.PlaceOf(scenario, sending.Event.EventName, sending.Number);
                if (place <= latest)
                    world.Ledger.Report($"'{sending.Event.EventName}' {sending.Number} of a batch is not in its place, {place}");
                latest = place;
            }
        }
    }
}
