using HerogiDsl.Runtime.Timers;

namespace HerogiDsl.Runtime.Tests.Timers;

public sealed class CronClockTests
{
    [Theory]
    [InlineData("0 9 * * *", "UTC", "2026-01-01T08:59:59.999", "2026-01-01T09:00")]
    // The moment itself is past.
    [InlineData("0 9 * * *", "UTC", "2026-01-01T09:00", "2026-01-02T09:00")]
    [InlineData("0 9 * * 1-5", "Europe/Berlin", "2026-07-03T07:00", "2026-07-06T07:00")]
    [InlineData("0 0 29 2 *", "UTC", "2026-01-01T00:00", "2028-02-29T00:00")]
    [InlineData("0 0 L * *", "America/New_York", "2026-02-01T12:00", "2026-02-28T05:00")]
    // Berlin has no 02:30 on March 29: the occurrence is at 03:00, once.
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-28T01:30", "2026-03-29T01:00")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-29T01:00", "2026-03-30T00:30")]
    [InlineData("0,30 2 * * *", "Europe/Berlin", "2026-03-29T00:59", "2026-03-29T01:00")]
    [InlineData("0,30 2 * * *", "Europe/Berlin", "2026-03-29T01:00", "2026-03-30T00:00")]
    // It has two of them on October 25: a time of day takes the first, what comes every hour takes both.
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData("30 * * * *", "Europe/Berlin", "2026-10-25T00:30", "2026-10-25T01:30")]
    [InlineData("30 1-3 * * *", "Europe/Berlin", "2026-10-25T00:30", "2026-10-25T01:30")]
    // A zone whose clocks move by half an hour.
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00", "2026-10-03T15:30")]
    public void TheNextMomentIsTheFirstOneAfter(string cron, string zone, string after, string next) =>
        Assert.Equal(VirtualTime.At(next), CronClock.FindNext(new CronSchedule(cron, zone), VirtualTime.At(after)));

    [Fact]
    public void WhatNeverComesHasNoNextMoment() =>
        Assert.Null(CronClock.FindNext(new CronSchedule("0 0 30 2 *", "UTC"), VirtualTime.At("2026-01-01T00:00")));

    [Theory]
    [InlineData("0 9 * * *", "Europe/Atlantis", "this machine does not know the time zone 'Europe/Atlantis'")]
    [InlineData("0 9 * *", "UTC", "'0 9 * *' is no cron expression")]
    public void WhatCannotBeReadIsAFault(string cron, string zone, string reason)
    {
        var fault = Assert.Throws<ScenarioFaultException>(
            () => CronClock.FindNext(new CronSchedule(cron, zone), VirtualTime.At("2026-01-01T00:00")));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }
}
