using System.Globalization;

namespace HerogiDsl.Storage.Sqlite;

/// <summary>Brings a file's tables to what this program knows: the scripts <c>Sql/NNNN-*.sql</c>, in order.</summary>
internal static class SqliteMigrator
{
    public static void Migrate(SqliteDatabase database)
    {
        var scripts = ReadScripts();
        var version = ReadVersion(database);
        if (version > scripts.Count)
        {
            throw new SqliteStoreException(
                $"'{database.Path}' was written by a newer program: its tables have version {version}, this one knows " +
                $"{scripts.Count}; run the newer program, or name another file");
        }

        for (var next = version; next < scripts.Count; next++)
            Apply(database, scripts[next], next + 1);
    }

    private static void Apply(SqliteDatabase database, string script, int version)
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            database.Execute(script);
            database.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                INSERT INTO herogi (one, schema_version, store_id, sequence)
                VALUES (1, {version}, lower(hex(randomblob(8))), 0)
                ON CONFLICT (one) DO UPDATE SET schema_version = excluded.schema_version;
                """));
            database.Execute("COMMIT");
        }
        catch
        {
            if (database.IsInTransaction)
                database.Execute("ROLLBACK");
            throw;
        }
    }

    private static int ReadVersion(SqliteDatabase database)
    {
        if (database.QueryNumber("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'herogi'") > 0)
            return (int)(database.QueryNumber("SELECT schema_version FROM herogi") ?? 0);
        if (database.QueryNumber("SELECT count(*) FROM sqlite_master WHERE type = 'table'") > 0)
        {
            throw new SqliteStoreException(
                $"'{database.Path}' is a database of something else: it has tables, but not ours; name another file");
        }

        return 0;
    }

    private static List<string> ReadScripts()
    {
        var assembly = typeof(SqliteMigrator).Assembly;
        var scripts = new List<string>();
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)
                ?? throw new SqliteStoreException($"the script '{name}' is not in the program");
            using var reader = new StreamReader(stream);
            scripts.Add(reader.ReadToEnd());
        }

        return scripts;
    }
}
