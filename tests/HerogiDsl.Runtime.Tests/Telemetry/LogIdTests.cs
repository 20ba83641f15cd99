using System.Globalization;
using System.Reflection;
using HerogiDsl.Runtime.Telemetry;
using HerogiDsl.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;

namespace HerogiDsl.Runtime.Tests.Telemetry;

public sealed class LogIdTests
{
    private static readonly LoggerMessageAttribute[] Messages =
    [
        .. typeof(Log).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .OrderBy(message => message.EventId),
    ];

    /// <summary>The table is the promise: an id that changes its meaning, its level or its words fails here.</summary>
    [Fact]
    public void TheEventIdsOfTheLogAreThoseOfItsPage()
    {
        var told = Documents.Table("docs/operations.md", "| event id |").Select(cells => string.Join(" | ", cells));
        Assert.Equal(
            Messages.Select(message => string.Create(
                CultureInfo.InvariantCulture, $"{message.EventId} | {message.Level} | {message.Message}")),
            told);
    }

    [Fact]
    public void NoEventIdHasTwoMeanings() =>
        Assert.Equal(Messages.Length, Messages.Select(message => message.EventId).Distinct().Count());
}
