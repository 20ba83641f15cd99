using HerogiDsl.Runtime.Storage;
using HerogiDsl.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // The application calls it on the builder, whose namespace is this.
namespace HerogiDsl;
#pragma warning restore IDE0130

/// <summary>Chooses the embedded store.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps everything in one SQLite file, which is made where it is missing. One process runs a file.</summary>
    /// <param name="builder">The runtime's configuration.</param>
    /// <param name="path">The file.</param>
    public static IHerogiBuilder UseSqlite(this IHerogiBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder.Services.AddSingleton<IStore>(_ => new SqliteStore(path));
        return builder;
    }
}
