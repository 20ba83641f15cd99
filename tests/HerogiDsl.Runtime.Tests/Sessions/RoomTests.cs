using HerogiDsl.Runtime.Sessions;
using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Runtime.Tests.Sessions;

/// <summary>What did not fit in memory is read when there is room, whatever has made it.</summary>
public sealed class RoomTests
{
    private static InboxRow Row(long sequence) => new()
    {
        Sequence = sequence,
        Scenario = "One",
        SessionId = "s",
        Kind = InboxKind.Event,
        Event = "Go",
        Payload = "{}"u8.ToArray(),
        AcceptedAt = DateTimeOffset.UnixEpoch,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ForgettingASessionMakesRoomForWhatWaitsOnDisk(bool isWhole)
    {
        var asked = 0;
        var scheduler = new SessionScheduler(2) { RoomToRead = () => asked++ };
        scheduler.PublishPage([]);
        foreach (var sequence in new[] { 1L, 2L, 3L })
            scheduler.Publish(Row(sequence));
        Assert.Equal((2, 0, null), (scheduler.Count, asked, scheduler.ReadFrom));

        if (isWhole)
            scheduler.Forget("s");
        else
            scheduler.Forget("s", "One");

        Assert.Equal((0, 1, 2L), (scheduler.Count, asked, scheduler.ReadFrom));
    }
}
