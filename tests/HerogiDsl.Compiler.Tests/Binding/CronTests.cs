using Cronos;
using HerogiDsl.Compiler.Binding.Literals;

namespace HerogiDsl.Compiler.Tests.Binding;

/// <summary>What the compiler accepts, the runtime's Cronos reads, and some time it comes; what it refuses, Cronos does not.</summary>
public sealed class CronTests
{
    // Of minute, hour, day, month and weekday.
    private static readonly int[] Mosts = [59, 23, 31, 12, 7];

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("  0\t9  * * 1-5 ")]
    [InlineData("*/5 0-23/2 1,15 JAN-MAR mon-FRI")]
    [InlineData("0 22-2 * DEC-FEB SAT-MON")]
    [InlineData("5/20 9 ? * ?")]
    [InlineData("0 0 L * *")]
    [InlineData("0 0 l-3 * *")]
    [InlineData("0 0 LW * *")]
    [InlineData("0 0 L-30 1 *")]
    [InlineData("0 0 15W * *")]
    [InlineData("0 0 29 2 *")]
    [InlineData("0 0 29 2 1")]
    [InlineData("0 0 31W 1 1")]
    [InlineData("0 0 13 * FRI")]
    [InlineData("0 0 * * 5L")]
    [InlineData("0 0 * * FRIL")]
    [InlineData("0 0 * * MON#5")]
    [InlineData("0 0 8-14 * 2#2")]
    [InlineData("0 0 * * 7")]
    [InlineData("05 09 01 02 00")]
    [InlineData("0 0 1 */12 *")]
    public void ItIsReadAndComes(string cron)
    {
        Assert.Null(CronLiteral.FindFault(cron));
        Assert.NotNull(NextOf(cron));
    }

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 2,4,6,9,11 *")]
    [InlineData("0 0 31 4 *")]
    [InlineData("0 0 L-30 2 *")]
    [InlineData("0 0 L-30 4,6 *")]
    [InlineData("0 0 15W * SAT")]
    [InlineData("0 0 LW * 0")]
    [InlineData("0 0 1-7 * MON#2")]
    [InlineData("0 0 1 * FRIL")]
    [InlineData("0 0 29 2 MON#1")]
    [InlineData("0 0 31 * 1#1")]
    public void ItNeverComes(string cron)
    {
        Assert.Equal("it never fires: no such month has such a day", CronLiteral.FindFault(cron));
        Assert.Null(NextOf(cron));
    }

    [Theory]
    [InlineData("", "this one has 0")]
    [InlineData("0 9 * *", "this one has 4")]
    [InlineData("0 0 9 * * *", "this one has 6")]
    [InlineData("@daily", "this one has 1")]
    [InlineData("60 * * * *", "'60' is no minute")]
    [InlineData("-1 * * * *", "'-1' is no minute")]
    [InlineData("005 * * * *", "'005' is no minute")]
    [InlineData("*,5 * * * *", "'*,5' is no minute")]
    [InlineData("5,* * * * *", "'5,*' is no minute")]
    [InlineData("*/0 * * * *", "'*/0' is no minute")]
    [InlineData("*/60 * * * *", "'*/60' is no minute")]
    [InlineData("1,,2 * * * *", "'1,,2' is no minute")]
    [InlineData("1-2-3 * * * *", "'1-2-3' is no minute")]
    [InlineData("H * * * *", "'H' is no minute")]
    [InlineData("L * * * *", "'L' is no minute")]
    [InlineData("0 24 * * *", "'24' is no hour")]
    [InlineData("0 0 0 * *", "'0' is no day of the month")]
    [InlineData("0 0 32 * *", "'32' is no day of the month")]
    [InlineData("0 0 L-31 * *", "'L-31' is no day of the month")]
    [InlineData("0 0 1-5W * *", "'1-5W' is no day of the month")]
    [InlineData("0 0 W * *", "'W' is no day of the month")]
    [InlineData("0 0 L,5 * *", "'L,5' is no day of the month")]
    [InlineData("0 0 * 13 *", "'13' is no month")]
    [InlineData("0 0 * JANUARY *", "'JANUARY' is no month")]
    [InlineData("0 0 * MON *", "'MON' is no month")]
    [InlineData("0 0 * * 8", "'8' is no weekday")]
    [InlineData("0 0 * * MON#6", "'MON#6' is no weekday")]
    [InlineData("0 0 * * MON#0", "'MON#0' is no weekday")]
    [InlineData("0 0 * * 1-5L", "'1-5L' is no weekday")]
    [InlineData("0 0 * * L", "'L' is no weekday")]
    [InlineData("０ 9 * * *", "'０' is no minute")]
    public void ItIsNoCronExpression(string cron, string fault)
    {
        Assert.Contains(fault, CronLiteral.FindFault(cron), StringComparison.Ordinal);
        if (!cron.StartsWith('@') && !cron.Contains('H', StringComparison.Ordinal))
            Assert.ThrowsAny<FormatException>(() => CronExpression.Parse(cron));
    }

    [Fact]
    public void WhateverIsWrittenBothSayTheSame()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 20_000; i++)
        {
            var cron = string.Join(' ', Mosts.Select((most, kind) => Field(random, most, kind)));
            var fault = CronLiteral.FindFault(cron);
            var expected = !TryParse(cron) ? "malformed"
                : NextOf(cron) is null ? "never"
                : "sound";
            var actual = fault is null ? "sound" : fault.StartsWith("it never", StringComparison.Ordinal) ? "never" : "malformed";
            Assert.True(expected == actual, $"'{cron}': Cronos says {expected}, the compiler {actual} ({fault})");
        }
    }

    private static DateTimeOffset? NextOf(string cron) => CronExpression.Parse(cron).GetNextOccurrence(Start, TimeZoneInfo.Utc);

    private static bool TryParse(string cron)
    {
        try
        {
            CronExpression.Parse(cron);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // Mostly sound, with the odd slip.
    private static string Field(Random random, int most, int kind)
    {
        var choice = random.Next(kind >= 2 ? 14 : 9);
        return choice switch
        {
            0 or 1 => "*",
            2 => $"*/{Value(random, most)}",
            3 => $"{Value(random, most)}-{Value(random, most)}",
            4 => $"{Value(random, most)},{Value(random, most)}",
            5 => $"{Value(random, most)}/{Value(random, most)}",
            6 => $"{Value(random, most)}-{Value(random, most)}/{Value(random, 9)},{Value(random, most)}",
            7 => random.Next(8) == 0 ? "?/" : "?",
            8 or 9 => Value(random, most),
            _ => Special(random, most, kind),
        };
    }

    private static string Special(Random random, int most, int kind) => (kind, random.Next(4)) switch
    {
        (2, 0) => "L",
        (2, 1) => $"L-{random.Next(33)}",
        (2, 2) => $"L{(random.Next(2) == 0 ? "" : "-" + random.Next(31))}W",
        (2, _) => $"{Value(random, most)}W",
        (3, _) => random.Next(2) == 0 ? "FEB" : "apr",
        (4, 0) => $"{Value(random, most)}L",
        (4, 1) => $"{Value(random, most)}#{random.Next(7)}",
        (4, 2) => "SUN",
        _ => "sat-TUE",
    };

    private static string Value(Random random, int most) =>
        random.Next(40) == 0 ? "" : random.Next(most + 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
