using System;
using HerogiDsl;

namespace Shop;

/// <summary>The scenarios of this library, for the applications that run them.</summary>
public static class OrdersModule
{
    /// <summary>Adds them.</summary>
    public static IHerogiBuilder AddOrders(this IHerogiBuilder herogi)
    {
        ArgumentNullException.ThrowIfNull(herogi);
        return herogi.AddScenarios();
    }
}
