using Microsoft.Extensions.Options;

namespace HerogiDsl.Runtime.Hosting;

/// <summary>Tells all that is wrong with the settings at once.</summary>
internal sealed class HerogiOptionsValidator : IValidateOptions<HerogiOptions>
{
    public ValidateOptionsResult Validate(string? name, HerogiOptions options)
    {
        var problems = new List<string>();
        Range(nameof(options.MaxSessionIdLength), options.MaxSessionIdLength, 1, 256);
        Range(nameof(options.MaxEventBytes), options.MaxEventBytes, 1024, 16 * 1024 * 1024);
        Range(nameof(options.MaxResponseBytes), options.MaxResponseBytes, 1024, 64 * 1024 * 1024);
        Range(nameof(options.MaxDeferredEvents), options.MaxDeferredEvents, 1, int.MaxValue);
        Range(nameof(options.QueueSize), options.QueueSize, 16, int.MaxValue);
        Range(nameof(options.CachedSessions), options.CachedSessions, 16, int.MaxValue);
        Range(nameof(options.Workers), options.Workers, 1, 1024);
        Range(nameof(options.ActionTries), options.ActionTries, 1, 1000);
        Range(nameof(options.ParallelActions), options.ParallelActions, 1, 10_000);
        Range(nameof(options.FailuresToBreak), options.FailuresToBreak, 0, 1_000_000);
        Positive(nameof(options.EventIdRetention), options.EventIdRetention);
        if (options.HistoryRetention is { } retention)
            Positive(nameof(options.HistoryRetention), retention);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Range(string key, int value, int low, int high)
        {
            if (value < low || value > high)
                problems.Add(Invariant($"'HerogiDsl:{key}' is {value}; expected {low} to {high}"));
        }

        void Positive(string key, TimeSpan value)
        {
            if (value <= TimeSpan.Zero)
                problems.Add(Invariant($"'HerogiDsl:{key}' is {value}; expected more than zero"));
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
