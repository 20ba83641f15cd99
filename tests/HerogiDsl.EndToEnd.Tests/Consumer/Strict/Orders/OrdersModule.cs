using HerogiDsl;

namespace Shop;

/// <summary>The scenarios of this library, for the applications that run them.</summary>
public static class OrdersModule
{
    /// <summary>Adds them.</summary>
    public static IHerogiBuilder AddOrders(this IHerogiBuilder herogi) => herogi.AddScenarios();
}
