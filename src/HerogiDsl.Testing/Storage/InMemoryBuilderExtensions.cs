using HerogiDsl.Runtime.Storage;
using HerogiDsl.Testing.Storage;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // The application calls it on the builder, whose namespace is this.
namespace HerogiDsl;
#pragma warning restore IDE0130

/// <summary>Chooses the store for tests.</summary>
public static class InMemoryBuilderExtensions
{
    /// <summary>Keeps everything in memory: it is gone with the host.</summary>
    /// <param name="builder">The runtime's configuration.</param>
    public static IHerogiBuilder UseInMemoryStore(this IHerogiBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IStore>(static _ => new InMemoryStore());
        return builder;
    }
}
