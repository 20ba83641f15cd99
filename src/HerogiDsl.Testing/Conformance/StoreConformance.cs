using HerogiDsl.Testing.Conformance.Rules;

namespace HerogiDsl.Testing.Conformance;

/// <summary>
/// What every store must do, whatever keeps it. A store's tests run each rule against a place of their own kind.
/// </summary>
internal static class StoreConformance
{
    public static IReadOnlyList<StoreRule> Rules { get; } =
    [
        .. TransactionRules.All,
        .. OpeningRules.All,
        .. InboxRules.All,
        .. DeferralRules.All,
        .. InstanceRules.All,
        .. HistoryRules.All,
        .. OutboxRules.All,
        .. TimerRules.All,
        .. ScheduledRules.All,
        .. TotalRules.All,
        .. AcceptedIdRules.All,
        .. AggregateRules.All,
        .. ExpiryRules.All,
        .. ErasingRules.All,
        .. ValueRules.All,
    ];
}
