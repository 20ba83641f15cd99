using HerogiDsl.Runtime.Storage;

namespace HerogiDsl.Storage.Sqlite;

internal sealed class SqliteAcceptedIds(SqliteDatabase database) : IAcceptedIdTable
{
    private readonly SqliteStatement _add = database.Prepare(
        """
        INSERT INTO accepted_ids (event_id, accepted_at) VALUES (?1, ?2)
        ON CONFLICT (event_id) DO UPDATE SET accepted_at = excluded.accepted_at WHERE accepted_at < ?3
        """);

    private readonly SqliteStatement _forget = database.Prepare(
        """
        DELETE FROM accepted_ids WHERE event_id IN (
            SELECT event_id FROM accepted_ids WHERE accepted_at < ?1 ORDER BY accepted_at LIMIT ?2)
        """);

    public bool TryAdd(string eventId, DateTimeOffset now, DateTimeOffset knownSince)
    {
        _add.Bind(1, eventId).Bind(2, now).Bind(3, knownSince).Run();
        return database.Changes > 0;
    }

    public int RemoveBefore(DateTimeOffset time, int limit)
    {
        _forget.Bind(1, time).Bind(2, limit).Run();
        return database.Changes;
    }
}
