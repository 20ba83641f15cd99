using HerogiDsl.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HerogiDsl.Testing.Harness;

/// <summary>What surrounds the scenarios of a harness.</summary>
public sealed class HarnessOptions
{
    /// <summary>What scenarios see as <c>config.x</c>.</summary>
    public IDictionary<string, string> Config { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What scenarios see as <c>secret.x</c>.</summary>
    public IDictionary<string, string> Secrets { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The application's services: what implements its <c>extern</c> actions, where they are not scripted.</summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>When the time of the harness begins. Default: the first moment of 2026, in UTC.</summary>
    public DateTimeOffset StartsAt { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Decides the order in which things happen that may happen in any order. The same seed, the same run. Default 0.</summary>
    public ulong Seed { get; set; }

    /// <summary>Changes the runtime's settings.</summary>
    public Action<HerogiOptions>? ConfigureEngine { get; set; }

    /// <summary>Where it is noted what was reached: several harnesses may share one. Default: one of its own.</summary>
    public CoverageReport Coverage { get; set; } = new();
}
